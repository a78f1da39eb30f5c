import * as z from 'zod/mini';

// zod compiles its checks with `new Function` where it may, and tries out whether it may: both are what the page's
// content security policy forbids. Import this before the first schema of a module.
z.config({ jitless: true });
