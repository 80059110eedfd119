import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import type { Action } from '../../rehearsal/runner/manifest.ts';
import { eventsOf } from '../../rehearsal/workflow/events.ts';
import { parse, type WorkflowFile } from '../../rehearsal/workflow/parser.ts';
import { hanging } from '../../rehearsal/workflow/programs.ts';
import { runWorkflow } from '../../rehearsal/workflow/workflow-run.ts';
import { type Effects, openScene, paceOf, secrets, type World } from './scene.ts';
import { root } from './workflows.ts';

/** What came of a run: all that the text of an example may promise. */
export interface Seen extends Effects {
  /** Each job and how it ended. */
  jobs: Record<string, string>;
  /** The annotations, like `warning: Rolled back`. */
  told: string[];
}

/** Runs an example to its end. */
export async function play(example: WorkflowFile, world: World = {}): Promise<Seen> {
  await using scene = await openScene(example.text, world);
  const cancel = new AbortController();
  scene.whenToCancel(() => cancel.abort());
  const run = {
    token: secrets.gitHubToken,
    apiUrl: scene.urls.gitHub,
    eventName: await eventOf(example, world),
    event: world.event ?? {},
  };
  const { jobs } = await runWorkflow(
    { ...example, text: scene.text },
    {
      ...scene,
      run,
      actionOf: (reference) => actionOf(reference, scene.urls.vps),
      workflowOf,
      signal: cancel.signal,
      // The second is never used up: a shell ends at once.
      patience: { interrupt: 200, terminate: 2_500 },
      lingerMs: 200,
      onLine: (line) => {
        if (line === hanging) cancel.abort();
      },
    },
    world.inputs,
  );
  const told = jobs.flatMap(({ steps }) => steps.flatMap(({ annotations }) => annotations));
  return {
    ...scene.effects(),
    jobs: Object.fromEntries(jobs.map(({ name, result }) => [name, result])),
    told: told.map(({ level, title, message }) => `${level}: ${title ?? message}`).sort(),
  };
}

/** The event that starts it. */
export async function eventOf(example: WorkflowFile, { eventName }: World): Promise<string> {
  return eventName ?? eventsOf(await parse(example))[0] ?? '';
}

function actionOf(reference: string, apiUrl: string): Action | undefined {
  const [, path, local] = /^(?:OWNER\/vps-snapshot-action\/?([^@]*)@v1|\.\/(.*))$/.exec(reference) ?? [];
  return path === undefined && local === undefined ? undefined : ownAction(path ?? local ?? '', apiUrl);
}

/** The action in a folder of this repository, with the address and the pace of a test as defaults. */
export function ownAction(path: string, apiUrl: string): Action {
  const dist = join(root, path);
  const manifest = parseYaml(readFileSync(join(dist, 'action.yml'), 'utf8'));
  for (const [name, value] of Object.entries({ api_url: apiUrl, ...paceOf }))
    if (manifest.inputs[name]) manifest.inputs[name].default = value;
  return { dist, manifest };
}

/** A workflow that is called, wherever the example supposes it to be. */
function workflowOf(reference: string): WorkflowFile {
  const [, name = ''] = /([\w-]+\.yml)(@|$)/.exec(reference) ?? [];
  return { file: name, text: readFileSync(join(root, 'examples', name), 'utf8') };
}
