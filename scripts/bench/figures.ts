/** One measured figure. With a budget it says whether it holds; without, it is there to be read beside the others. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly budget?: { readonly atMost: number } | { readonly atLeast: number };
  readonly pass?: boolean;
};

export function figure(name: string, value: number, unit: string, budget?: Figure['budget']): Figure {
  const rounded = Number(value.toPrecision(5));
  if (budget === undefined) return { name, value: rounded, unit };
  return {
    name,
    value: rounded,
    unit,
    budget,
    pass: 'atMost' in budget ? value <= budget.atMost : value >= budget.atLeast,
  };
}

/** The p-quantile (0 to 1) by nearest rank. Throws on an empty list: nothing measured is no figure. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))];
  if (found === undefined) throw new Error('nothing was measured');
  return found;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The figures as a table for people. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, budget, pass }) => {
    const limit =
      budget === undefined ? '' : 'atMost' in budget ? `<= ${String(budget.atMost)}` : `>= ${String(budget.atLeast)}`;
    return [name, `${String(value)} ${unit}`.trim(), limit, pass === undefined ? '' : pass ? 'holds' : 'BROKEN'];
  });
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
