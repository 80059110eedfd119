import * as core from '@actions/core';
import type { Log } from '../text/log.ts';
import { disarmed } from '../text/text.ts';

/** A log in the runner's words. Every line passes `clean` and is made harmless, whoever wrote it. */
export function runnerLog(clean: (text: string) => string): Log {
  const safe = (text: string) =>
    text
      .split(/\r\n?|\n/)
      .map((line) => disarmed(clean(line)))
      .join('\n');
  let inGroup = false;
  const endGroup = () => {
    if (inGroup) core.endGroup();
    inGroup = false;
  };
  return {
    info: (line) => core.info(safe(line)),
    debug: (line) => core.isDebug() && core.debug(safe(line)),
    notice: (title, message) => core.notice(safe(message), { title: safe(title) }),
    warning: (title, message) => core.warning(safe(message), { title: safe(title) }),
    error: (title, message) => core.error(safe(message), { title: safe(title) }),
    group(title) {
      endGroup();
      core.startGroup(safe(title));
      inGroup = true;
    },
    endGroup,
  };
}
