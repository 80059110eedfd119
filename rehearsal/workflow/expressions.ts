import { type data as Data, data, Evaluator, Lexer, Parser } from '@actions/expressions';
import type { FunctionDefinition } from '@actions/expressions/funcs/info';
import { ExpressionError, type Outcome } from '../runner/contexts.ts';
import {
  ensureStatusFunction,
  fields,
  isBasicExpression,
  isBoolean,
  isMapping,
  isNumber,
  isSequence,
  isString,
  type TemplateToken,
} from './parser.ts';

/** What an expression can read at one place and moment. */
export interface Scope {
  /** By name; what is not there is empty. */
  contexts: Record<string, unknown>;
  /** What `success()`, `failure()` and `cancelled()` tell; none of them may stand elsewhere. */
  status?: Outcome | 'none';
}

const contextNames = [
  ...['github', 'env', 'vars', 'secrets', 'inputs', 'needs', 'strategy', 'matrix'],
  ...['job', 'jobs', 'steps', 'runner'],
];

/** A token as plain data, with all expressions in it evaluated. */
export function readValue(token: TemplateToken | undefined, scope: Scope): unknown {
  if (!token) return null;
  if (isMapping(token))
    return Object.fromEntries(fields(token).map(([key, value]) => [key, readValue(value, scope)]));
  if (isSequence(token)) return [...token].map((item) => readValue(item, scope));
  return plain(scalar(token, scope));
}

/** The same as text, as the runner hands it on. */
export function readText(token: TemplateToken | undefined, scope: Scope): string {
  return token ? scalar(token, scope).coerceString() : '';
}

/** The values of a mapping as text, such as those of `env:` and `with:`. */
export function readTexts(token: TemplateToken | undefined, scope: Scope): Record<string, string> {
  return Object.fromEntries(fields(token).map(([key, value]) => [key, readText(value, scope)]));
}

/** Whether an `if:` lets its step or job run; without a word on the status it asks for `success()` too. */
export function allows(condition: TemplateToken | undefined, scope: Scope): boolean {
  const source =
    condition && (isBasicExpression(condition) ? condition.expression : String(condition)).trim();
  const whole = source ? ensureStatusFunction(source, condition?.definitionInfo) : 'success()';
  return plain(evaluate(`!!(${whole})`, scope)) === true;
}

function scalar(token: TemplateToken, scope: Scope): Data.ExpressionData {
  if (isBasicExpression(token)) return evaluate(token.expression, scope);
  if (isString(token) || isNumber(token) || isBoolean(token)) return dataOf(token.value);
  return new data.Null();
}

function evaluate(source: string, { contexts, status }: Scope): Data.ExpressionData {
  const all = { ...Object.fromEntries(contextNames.map((name) => [name, {}])), ...contexts };
  const functions = [
    ...statusFunctions(status),
    // The name of a cache at most, and nothing here has one.
    define('hashFiles', new data.StringData('')),
  ];
  try {
    const tree = new Parser(new Lexer(source).lex().tokens, Object.keys(all), functions).parse();
    const known = new Map(functions.map((one) => [one.name.toLowerCase(), one]));
    return new Evaluator(tree, dataOf(all) as Data.Dictionary, known).evaluate();
  } catch (error) {
    throw new ExpressionError(`The template is not valid: ${source}: ${(error as Error).message}`);
  }
}

function statusFunctions(status: Scope['status']): FunctionDefinition[] {
  if (!status) return [];
  const words: [string, boolean][] = [
    ['always', true],
    ['success', status === 'success'],
    ['failure', status === 'failure'],
    ['cancelled', status === 'cancelled'],
  ];
  return words.map(([name, is]) => define(name, new data.BooleanData(is)));
}

function define(name: string, result: Data.ExpressionData): FunctionDefinition {
  return { name, minArgs: 0, maxArgs: 255, call: () => result };
}

function dataOf(value: unknown): Data.ExpressionData {
  return JSON.parse(JSON.stringify(value), data.reviver);
}

function plain(value: Data.ExpressionData): unknown {
  return JSON.parse(JSON.stringify(value, data.replacer));
}
