import { expect, test } from 'vitest';
import { quick } from '../../scripts/build.ts';

const loader = '__WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs")';
const header = 'import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";\n';

test('a bundle asks Node itself for its modules, and has no gutter', () => {
  const code = `${header}/******/ var a = {\nmodule.exports = ${loader};\n/******/ \t__nccwpck_require__.ab = x;\n/***/ 7:\n`;
  expect(quick(code)).toBe('var a = {\nmodule.exports = process.getBuiltinModule("node:fs");\n/***/ 7:\n');
});

test('a loader that is written in another way is no reason to go on as if nothing were lost', () => {
  expect(() => quick(`${header}x = createRequire("fs")`)).toThrow('in another way now');
});
