import { BaseSequencer, type TestSpecification } from 'vitest/node';
import base from './vitest.config.ts';

/** From the cheapest to the dearest: a mutant that a table notices needs no job in virtual time. */
const shelves = ['rules', 'state', 'inputs', 'text', 'report', 'vps', 'waiting', 'reading', 'operations'];

class CheapestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = shelves.findIndex((shelf) => moduleId.includes(`/__tests__/${shelf}/`));
      return at === -1 ? shelves.length : at;
    };
    return files.toSorted((one, other) => rank(one) - rank(other));
  }
}

/** The tests that need neither a child process nor the built action, for what runs them thousands of times. */
export default {
  ...base,
  test: {
    ...base.test,
    include: [...shelves, 'modes', 'github'].map((shelf) => `__tests__/${shelf}/**/*.test.ts`),
    // Any weather, a hundred servers: they find what nobody thought of, at a price that no single mutant is worth.
    exclude: ['fleet', 'many', 'odd-answers', '*properties'].map((name) => `__tests__/**/${name}.test.ts`),
    sequence: { sequencer: CheapestFirst },
  },
};
