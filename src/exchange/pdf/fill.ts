/** A sentence with its gaps, each a name in braces, filled: "Page {page} of {of}". What has no value stays a gap. */
export const filled = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
