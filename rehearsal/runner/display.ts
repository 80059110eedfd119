import { CommandReader, type Level } from './commands.ts';

interface DisplayOptions {
  /** Takes one line at a time. */
  write?: (line: string) => void;
  /** Whether to colour; by default as the terminal and `NO_COLOR` say. */
  colours?: boolean;
  /** Whether lines for debugging are shown. */
  debug?: boolean;
  /** Values that are secret from the start, as those of `secrets` are. */
  masks?: string[];
}

const colourOf: Record<Level, number> = { error: 31, warning: 33, notice: 36 };

/** Shows the lines of steps as the log of a job does: commands become groups, annotations and masks. */
export class Display {
  readonly #write: (line: string) => void;
  readonly #colours: boolean;
  readonly #debug: boolean;
  readonly #masks: string[] = [];
  #commands = new CommandReader();
  #indent = '';

  constructor(options: DisplayOptions = {}) {
    this.#write = options.write ?? ((line) => console.log(line));
    this.#colours = options.colours ?? (process.stdout.isTTY === true && !process.env.NO_COLOR);
    this.#debug = options.debug ?? false;
    for (const value of options.masks ?? []) this.#mask(value);
  }

  /** Begins the log of another step: groups and muted commands end with the step before. */
  step(title: string): void {
    this.#commands = new CommandReader();
    this.#indent = '';
    this.#print(this.#paint(1, title));
  }

  /** Shows one line that a step printed; fits a step's `onLine`. */
  readonly line = (raw: string): void => {
    const event = this.#commands.read(raw);
    switch (event.kind) {
      case 'text':
        this.#print(event.text);
        break;
      case 'annotation': {
        const label = `${event.level[0]?.toUpperCase()}${event.level.slice(1)}:`;
        const text = [label, event.title && `${event.title}:`, event.message].filter(Boolean).join(' ');
        this.#print(text, colourOf[event.level]);
        break;
      }
      case 'group':
        this.#indent = '';
        this.#print(`▸ ${event.title}`);
        this.#indent = '  ';
        break;
      case 'endgroup':
        this.#indent = '';
        break;
      case 'mask':
        this.#mask(event.value);
        break;
      case 'debug':
        if (this.#debug) this.#print(`debug: ${event.message}`, 35);
        break;
    }
  };

  #print(text: string, colour?: number): void {
    const masked = this.#masks.reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
    for (const line of masked.split(/\r?\n/))
      this.#write(this.#indent + (colour ? this.#paint(colour, line) : line));
  }

  #paint(colour: number, text: string): string {
    return this.#colours ? `\u001b[${colour}m${text}\u001b[0m` : text;
  }

  /** A secret of several lines is hidden line by line too; longer ones go first, as they may hold shorter ones. */
  #mask(value: string): void {
    this.#masks.push(...[value, ...value.split(/\r?\n/)].filter((secret) => secret.trim() !== ''));
    this.#masks.sort((a, b) => b.length - a.length);
  }
}
