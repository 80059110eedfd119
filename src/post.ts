import { runPost } from './run-post.ts';
import { realWorld } from './world.ts';

void runPost(realWorld());
