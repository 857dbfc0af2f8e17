export function buildWidget(dist: string): Promise<void>;
