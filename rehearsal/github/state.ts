/** As the REST API words it: `queued`, `in_progress`, `completed`, `waiting` and others. */
export interface Run {
  id: number;
  status: string;
}

export interface Comment {
  id: number;
  /** The number of its issue or pull request. */
  issue: number;
  body: string;
  user: { type: 'Bot' | 'User' };
  /** How the author stands to the repository, such as `NONE`, `MEMBER`, `OWNER`. */
  author_association: string;
}

export interface Status {
  sha: string;
  context: string;
  state: string;
  description: string;
  target_url: string | null;
}

/** An issue that a workflow has opened. */
export interface Issue {
  number: number;
  title: string;
  body: string;
}

/** One repository, as plain data. */
export interface State {
  runs: Map<number, Run>;
  /** The numbers of its issues and pull requests. */
  issues: Set<number>;
  opened: Issue[];
  comments: Comment[];
  /** Newest last; the newest of a context counts. */
  statuses: Status[];
  nextCommentId: number;
}

export function emptyState(): State {
  return { runs: new Map(), issues: new Set(), opened: [], comments: [], statuses: [], nextCommentId: 1 };
}
