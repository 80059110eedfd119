import { expect, test } from 'vitest';
import { readable } from '../../../rehearsal/demo/markdown.ts';

test('a summary is read like a page', () => {
  const summary = [
    '### ✅ Title',
    '',
    '> **Why** &#124; &lt;b&gt;  ',
    '',
    '| Server | Size |',
    '| --- | ---: |',
    '| 1 <code>a&#124;b&#64;\u200bc</code> | 5 |',
    '| 12345 | 5.0 GB |',
    '',
    '```mermaid',
    'gantt',
    '  section server 1',
    '```',
    '',
    '<details><summary>More</summary>',
    '',
    '```yaml',
    'a: 1',
    '```',
    '',
    '</details>',
    '',
  ].join('\n');
  expect(readable(summary)).toEqual([
    '✅ Title',
    '',
    '│ Why | <b>',
    '',
    'Server      Size',
    '────────────────',
    '1 a|b@c        5',
    '12345     5.0 GB',
    '',
    '[a chart of the same]',
    '',
    '▸ More',
    '',
    'a: 1',
  ]);
});
