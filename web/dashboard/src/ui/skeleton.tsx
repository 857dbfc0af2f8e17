const WIDTHS = ['w-3/5', 'w-2/5', 'w-1/2'] as const;

function RowSkeleton({ at }: { readonly at: number }) {
  return (
    <div className="skeleton-row">
      <span className="skeleton avatar-36 skeleton-round" />
      <span className="skeleton-lines">
        <span className={`skeleton ${WIDTHS[at % 3]}`} />
        <span className="skeleton w-4/5" />
      </span>
    </div>
  );
}

function BubbleSkeleton({ at }: { readonly at: number }) {
  const own = at % 3 === 1;
  return <span className={`skeleton skeleton-bubble ${own ? 'skeleton-own' : ''} ${WIDTHS[at % 3]}`} />;
}

function LineSkeleton({ at }: { readonly at: number }) {
  return <span className={`skeleton skeleton-line ${WIDTHS[at % 3]}`} />;
}

const SHAPES = { row: RowSkeleton, bubble: BubbleSkeleton, line: LineSkeleton } as const;

interface Props {
  readonly of: keyof typeof SHAPES;
  readonly count: number;
}

/** The shape of what is on its way; it shows itself only after a moment. */
export function Skeletons({ of, count }: Props) {
  const Shape = SHAPES[of];
  return (
    <div className={`late skeletons skeletons-${of}`} aria-hidden="true">
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: empty shapes never move
        <Shape key={at} at={at} />
      ))}
    </div>
  );
}
