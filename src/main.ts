import { runMain } from './run.ts';
import { realWorld } from './world.ts';

void runMain(realWorld());
