/**
 * Other origins that the page may talk to, from `CONNECT_SRC`: addresses with blanks or commas between them, of which the origin
 * counts. Throws with a sentence where one is none, or could be read on the way.
 */
export function connectSources(text = ''): readonly string[] {
  const origins = text.split(/[\s,]+/).filter((part) => part !== '');
  return [...new Set(origins.map(originOf))];
}

function originOf(text: string): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new Error(`CONNECT_SRC: not an address: ${text}`);
  }
  const here = /^(localhost|127(\.\d{1,3}){3})$/.test(url.hostname);
  // A wildcard would open the page to hosts that nobody named.
  if (!/^[\w.-]+$/.test(url.hostname)) throw new Error(`CONNECT_SRC: not one host: ${text}`);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && here))
    throw new Error(`CONNECT_SRC: not https: ${text}`);
  return url.origin;
}
