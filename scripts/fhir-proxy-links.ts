import { Transform } from 'node:stream';

/**
 * Turns the links of a FHIR answer (`url` and `fullUrl` under the server's base address) into links to the proxy, as the
 * answer streams through. Everything else stays byte for byte.
 */
export function rewriteLinks(base: string, outside: string): Transform {
  // Some servers write a slash in JSON as \/.
  const spelled = [base, base.replaceAll('/', String.raw`\/`)].map(literally).join('|');
  const link = new RegExp(String.raw`("(?:url|fullUrl)"\s{0,8}:\s{0,8}")(?:${spelled})(?=[/?"\\])`, 'g');
  // The longest that can match, so that no link is cut in two unseen.
  const longest = base.length * 2 + 64;
  let kept = '';
  /** Everything up to the last `keep` letters with its links turned; a link that begins before them is there whole. */
  const turned = (text: string, keep: number): Buffer => {
    let out = '';
    let at = 0;
    for (const found of text.matchAll(link)) {
      out += `${text.slice(at, found.index)}${found[1] ?? ''}${outside}`;
      at = found.index + found[0].length;
    }
    const safe = Math.max(at, text.length - keep);
    kept = text.slice(safe);
    return Buffer.from(out + text.slice(at, safe), 'latin1');
  };
  return new Transform({
    transform(part: Buffer, _encoding, done) {
      // One letter a byte, so that no letter of several bytes is cut in two.
      done(null, turned(kept + part.toString('latin1'), longest));
    },
    flush(done) {
      done(null, turned(kept, 0));
    },
  });
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
