import { connectSources } from './connect-sources.ts';

/**
 * What the page may do, as a Content-Security-Policy; docs/policy.md has the reason of each line. Nothing may come from or go to
 * another origin. `wasm-unsafe-eval`: the decoder of the models and Argon2id are WebAssembly. No `blob:` or `data:`: the models
 * hold no textures, and every asset is a file. Inline styles are absent on purpose; React and three set styles through the CSSOM,
 * which the policy does not touch. Text is made into markup or script by nobody (trusted types): `default` is the policy of
 * src/app/own-workers.ts, which passes the addresses of the build's own workers alone. Widen it only for what a browser test
 * shows to be needed. `CONNECT_SRC` names the clinic's server where it is at another origin (docs/server.md).
 */
const directives: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self'",
  'font-src': "'self'",
  'manifest-src': "'self'",
  'connect-src': ["'self'", ...connectSources(process.env['CONNECT_SRC'])].join(' '),
  'worker-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'object-src': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'default',
};

/** What a browser would let a page ask its user for, and this one never does. */
const unused = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

const joined = (entries: Readonly<Record<string, string>>): string =>
  Object.entries(entries)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

/** The policy as a meta tag in the built page, for hosts that send no headers. A meta tag cannot say frame-ancestors. */
export const metaPolicy: string = joined(directives);

/** The headers of every response of the built app. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': joined({ ...directives, 'frame-ancestors': "'none'" }),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': unused.map((feature) => `${feature}=()`).join(', '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};
