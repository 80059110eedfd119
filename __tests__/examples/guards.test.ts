import { guards } from './guards.ts';
import { testEndings } from './test-endings.ts';

testEndings(guards);
