/** Hours as they are typed, with a comma or a point; null for an empty field, undefined for what is no number above 0. */
export function readHours(typed: string): number | null | undefined {
  const text = typed.trim().replace(',', '.');
  if (text === '') return null;
  const hours = /^\d*\.?\d+$/.test(text) ? Number(text) : 0;
  return hours > 0 ? hours : undefined;
}
