import { run } from './run.ts';
import { realWorld } from './world.ts';

void run(realWorld(), 'main');
