import { runMain } from './run-main.ts';
import { setOutputs } from './runner/commands.ts';
import { writeAtOnce } from './runner/stdout.ts';
import { realWorld } from './world.ts';

writeAtOnce();
void runMain(realWorld(setOutputs));
