/** The edge of a panel: dragged, or moved with the arrow keys. */

import { type KeyboardEvent, type PointerEvent, useState } from 'react';

const STEP_PX = 16;

interface Bounds {
  readonly min: number;
  readonly max: number;
}

interface Props {
  readonly label: string;
  /** Which edge of its panel it is, in reading direction. */
  readonly edge: 'start' | 'end';
  readonly width: number;
  readonly bounds: Bounds;
  readonly onWidth: (width: number) => void;
}

function clamp(width: number, { min, max }: Bounds): number {
  return Math.min(max, Math.max(min, Math.round(width)));
}

/** +1 when moving to the right makes the panel wider, -1 when narrower. */
function growthOf(element: Element, edge: 'start' | 'end'): 1 | -1 {
  const rightToLeft = getComputedStyle(element).direction === 'rtl';
  return (edge === 'end') === rightToLeft ? -1 : 1;
}

export function Resizer({ label, edge, width, bounds, onWidth }: Props) {
  const [grip, setGrip] = useState<{ x: number; width: number }>();
  const onKeyDown = (event: KeyboardEvent) => {
    const growth = growthOf(event.currentTarget, edge);
    const target: Record<string, number> = {
      ArrowRight: width + growth * STEP_PX,
      ArrowLeft: width - growth * STEP_PX,
      Home: bounds.min,
      End: bounds.max,
    };
    const next = target[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onWidth(clamp(next, bounds));
  };
  const onPointerDown = (event: PointerEvent) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    setGrip({ x: event.clientX, width });
  };
  const onPointerMove = (event: PointerEvent) => {
    if (grip === undefined) return;
    onWidth(clamp(grip.width + growthOf(event.currentTarget, edge) * (event.clientX - grip.x), bounds));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is a widget, which <hr> is not
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={bounds.min}
      aria-valuemax={bounds.max}
      className={`resizer resizer-${edge}`}
      data-dragging={grip !== undefined || undefined}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => setGrip(undefined)}
      onPointerCancel={() => setGrip(undefined)}
    />
  );
}
