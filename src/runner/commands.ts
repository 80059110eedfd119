import { appendFileSync } from 'node:fs';
import * as core from '@actions/core';

/** What a step reads from the runner and leaves for it, besides its log. */

export function input(name: string): string {
  return core.getInput(name);
}

/** Of every input that the runner hands on, known or not. */
export function inputNames(): string[] {
  return Object.keys(process.env).flatMap((name) => /^INPUT_(.+)$/.exec(name)?.[1] ?? []);
}

export function mask(secret: string): void {
  if (secret) core.setSecret(secret);
}

/**
 * All in one write: what was told before a kill survives as a whole. (`core.setOutput` writes each by itself, and
 * loads node:crypto for a delimiter that values of one line do not need.)
 */
export function setOutputs(values: Record<string, string>): void {
  const lines = Object.entries(values).map(([name, value]) => `${name}=${value.replace(/[\r\n]+/g, ' ')}\n`);
  append('GITHUB_OUTPUT', lines.join(''));
}

/** False on a runner whose file for outputs cannot be written. */
export function canSetOutputs(): boolean {
  return !process.env.GITHUB_OUTPUT || append('GITHUB_OUTPUT', '');
}

/**
 * Kept by the runner until the post step, even if this process is killed in the next moment. It is handed over in
 * variables, of which Windows allows 32,767 characters each and Linux 128 KiB: more goes into several, up to an empty
 * one. False if it could not be written.
 */
export function saveState(json: string): boolean {
  const pieces = [...(json.match(piece) ?? []), ''];
  return append('GITHUB_STATE', pieces.map((text, index) => `${pieceName(index)}=${text}\n`).join(''));
}

/** What the main step saved; empty when it saved nothing. */
export function savedState(): string {
  let json = '';
  for (let index = 0, text = ''; index === 0 || text !== ''; index += 1) {
    text = core.getState(pieceName(index));
    json += text;
  }
  return json;
}

const piece = /.{1,15000}/gsu;

function pieceName(index: number): string {
  return index === 0 ? 'state' : `state_${index}`;
}

export function writeSummary(markdown: string): void {
  append('GITHUB_STEP_SUMMARY', markdown);
}

export function fail(): void {
  process.exitCode = core.ExitCode.Failure;
}

/** False for a file that is missing or cannot be written: mostly that changes nothing of what was done. */
function append(variable: string, text: string): boolean {
  const file = process.env[variable];
  if (!file) return false;
  try {
    appendFileSync(file, text);
    return true;
  } catch (error) {
    core.warning(
      `${variable} could not be written: ${error instanceof Error ? error.message : String(error)}`,
    );
    return false;
  }
}
