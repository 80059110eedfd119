import type { Log } from '../../src/text/log.ts';

/** A log that keeps its lines, each with its kind in front: `warning Title: text`. */
export class MemoryLog implements Log {
  readonly lines: string[] = [];

  info(line: string): void {
    this.lines.push(line);
  }

  debug(line: string): void {
    this.lines.push(`debug ${line}`);
  }

  notice(title: string, message: string): void {
    this.lines.push(`notice ${title}: ${message}`);
  }

  warning(title: string, message: string): void {
    this.lines.push(`warning ${title}: ${message}`);
  }

  error(title: string, message: string): void {
    this.lines.push(`error ${title}: ${message}`);
  }

  group(title: string): void {
    this.lines.push(`group ${title}`);
  }

  endGroup(): void {}
}
