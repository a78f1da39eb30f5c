/** The version in package.json, put in by the build. */
declare const __APP_VERSION__: string;

/** The language that the app was built in; absent where nothing was built. */
declare const __APP_LANGUAGE__: string | undefined;
