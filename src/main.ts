import { runMain } from './run-main.ts';
import { realWorld } from './world.ts';

void runMain(realWorld());
