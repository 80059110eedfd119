import { expect, test } from 'vitest';

const supplied = ['linux-x64', 'linux-arm64', 'win32-x64'].includes(`${process.platform}-${process.arch}`);

test.runIf(supplied)('tests run under the Node.js that runs the action', () => {
  expect(process.versions.node).toMatch(/^24\./);
});
