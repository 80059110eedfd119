import { runPost } from './run.ts';
import { realWorld } from './world.ts';

void runPost(realWorld());
