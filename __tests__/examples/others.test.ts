import { others } from './others.ts';
import { testEndings } from './test-endings.ts';

testEndings(others);
