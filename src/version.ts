/** The same as in package.json; a test ties them together. */
export const version = '1.0.0';
