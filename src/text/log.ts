/** Where lines for people go. Implemented by the runner's room; a test keeps them in memory. */
export interface Log {
  info(line: string): void;
  /** Shown only with debug logging. */
  debug(line: string): void;
  notice(title: string, message: string): void;
  warning(title: string, message: string): void;
  error(title: string, message: string): void;
  /** Opens a collapsible group; the one before it is closed. */
  group(title: string): void;
  endGroup(): void;
}
