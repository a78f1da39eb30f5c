/**
 * Smooths a field in place of its own values with two box means, which together are close to a bell of about
 * `radius` cells. With `weights` only cells of weight count, so that what lies beyond an outline does not bleed in.
 */
export function blurred(
  field: Float32Array,
  columns: number,
  rows: number,
  radius: number,
  weights: Float32Array | null = null,
): Float32Array {
  const sum = field.slice();
  if (weights === null) {
    for (let pass = 0; pass < passes; pass++) boxMean(sum, columns, rows, radius);
    return sum;
  }
  const weight = weights.slice();
  for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! * weight[i]!;
  for (let pass = 0; pass < passes; pass++) {
    boxMean(sum, columns, rows, radius);
    boxMean(weight, columns, rows, radius);
  }
  for (let i = 0; i < sum.length; i++) sum[i] = weight[i]! > 1e-3 ? sum[i]! / weight[i]! : 0;
  return sum;
}

const passes = 2;

function boxMean(field: Float32Array, columns: number, rows: number, radius: number): void {
  const line = new Float32Array(columns);
  const share = 1 / (2 * radius + 1);
  for (let y = 0; y < rows; y++) {
    const start = y * columns;
    let sum = 0;
    for (let i = -radius; i < columns; i++) {
      if (i + radius < columns) sum += field[start + i + radius]!;
      if (i - radius - 1 >= 0) sum -= field[start + i - radius - 1]!;
      if (i >= 0) line[i] = sum * share;
    }
    field.set(line, start);
  }
  // Downward all columns at once, row by row: memory is read in its order. The last rows are kept until they are done with.
  const sums = new Float32Array(columns);
  const kept = new Float32Array((radius + 1) * columns);
  for (let y = -radius; y < rows; y++) {
    const [enters, leaves] = [y + radius, y - radius - 1];
    const gone = (((leaves % (radius + 1)) + radius + 1) % (radius + 1)) * columns;
    if (enters < rows) for (let x = 0; x < columns; x++) sums[x] = sums[x]! + field[enters * columns + x]!;
    if (leaves >= 0) for (let x = 0; x < columns; x++) sums[x] = sums[x]! - kept[gone + x]!;
    if (y < 0) continue;
    const slot = (y % (radius + 1)) * columns;
    for (let x = 0; x < columns; x++) {
      kept[slot + x] = field[y * columns + x]!;
      field[y * columns + x] = sums[x]! * share;
    }
  }
}
