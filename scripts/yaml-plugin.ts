import { parse } from 'yaml';

/** Lets TypeScript import a YAML file as plain data. The same object serves rolldown and vitest. */
export const yaml = {
  name: 'yaml',
  transform(code: string, id: string) {
    if (!id.endsWith('.yml')) return null;
    return { code: `export default ${JSON.stringify(parse(code))};`, map: null };
  },
};
