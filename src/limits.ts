/**
 * Every time, count and size that somebody may want to change, each once. Times are milliseconds; sizes bytes unless
 * said otherwise. When to look again is in waiting/schedule.ts, the widths of texts stand beside the texts.
 */

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

// The step as a whole

/** `timeout_minutes` when it is not set. Elsewhere a 30 GB disk has taken 40 minutes. */
export const defaultTimeoutMs = 60 * minute;
/** After a cancel all post steps together have five minutes, and a killed one tells nothing (runner, JobRunner.cs). */
export const cancelledBudgetMs = 180 * second;
/** What the guards of one job have of that together, from the beginning of the first. */
export const cancelledJobBudgetMs = 240 * second;
/** However late a guard comes, it has so long to look and to send. */
export const leastBudgetMs = 20 * second;
/** Gone after a signal: SIGTERM follows SIGINT after 7.5 s, SIGKILL 2.5 s later (runner, ProcessInvoker.cs). */
export const goneAfterSignalMs = 1.9 * second;
/** How long a POST in flight may still answer after a signal, out of those 2 s. */
export const postGraceMs = 1.5 * second;
/** Whatever is still sent after a signal is over so long after it, so that there is time to tell what came of it. */
export const lastWordMs = 1.8 * second;
/** One line of progress per so long, so that a long wait is seen to be alive. */
export const heartbeatMs = 30 * second;

/** Between two tries to write to a log whose reader is behind. */
export const fullPipePauseMs = 1;

/** Characters of a token that is masked: a shorter one would turn half of every log into stars. */
export const shortestSecret = 8;

// Requests to VPS.org

/** The longest that one request may take. */
export const requestTimeoutMs = 30 * second;
/** How far the clocks that tell times of the API may be apart: its machines', or this one's where it sends no `Date`. */
export const unequalClocksMs = 10 * minute;
/** Requests at a time; the others queue. */
export const requestsInFlight = 8;
/** A longer answer is not read to its end: a thousand servers with five snapshots each come to 2 MB. */
export const bytesOfAnswer = 16 * 1024 * 1024;
/** The first pause before a safe request is made again; it doubles each time. */
export const firstRetryPauseMs = 0.5 * second;
export const longestRetryPauseMs = 10 * second;
/** Reads before anything is planned give up sooner than at the deadline: nothing is lost by saying so. */
export const planningPatienceMs = 2 * minute;
/** A look that fails is soon followed by the next one, so it is not repeated for long. */
export const lookPatienceMs = 5 * second;
/** Those who want one look within so long get one together. */
export const glanceMs = 0.25 * second;
/** The last look before a deadline keeps so much of the time left, at most, for its answer to come. */
export const lastLookReserveMs = 1 * second;
export const lastLookReserveShare = 1 / 2;
/** Entries per page where a list comes in pages: the most that the vendor's clients ask for. */
export const largestPage = 100;
/** A list with more pages is taken for one that never ends. */
export const mostPages = 1_000;
/** A list that changes while its pages are read is read so often at most. */
export const listReadings = 3;
/** A web page with 404, so often in a row and over the settling time: the path is not there. */
export const sightingsOfPage = 3;
/** Of an HTML page only so many characters are searched for its title. */
export const charactersOfErrorPage = 4_000;
/** JSON longer than this says nothing to people: it is a list, or a flood. Its words would take seconds to find. */
export const charactersOfWords = 64 * 1024;
/** One knock at `ready_url`. */
export const probeTimeoutMs = 10 * second;
/** Redirects of `ready_url` on its own origin that are followed. */
export const mostRedirects = 5;

// Requests whose outcome is not known

/** How long lists are given to show what was asked for or answered. */
export const settlingMs = 20 * second;
/** How long a new snapshot may be missing from the lists before it counts as lost. */
export const unseenPatienceMs = 2 * minute;
/** Whole lists in a row without a snapshot that was seen before: somebody deleted it. */
export const absencesUntilGone = 3;
/** A snapshot is asked for no more often than this; each time could make one. */
export const createTries = 3;
/** A rollback is worth asking for again and again, ever more slowly. */
export const restoreTries = 10;
export const restorePauseStepMs = 10 * second;
export const longestRestorePauseMs = 60 * second;
/** The first pause before asking again for what cannot be done just now; it doubles each time. */
export const notNowPauseMs = 5 * second;
export const longestNotNowPauseMs = 60 * second;
/** A standstill as long as this is no reboot: somebody works on the server, or restores it. */
export const longerThanRebootMs = 2 * minute;
/** A window that should take seconds has so many looks when the user fixed the interval. */
export const looksInWindow = 10;

// What the API documents or is known to do

/** "Maximum 5 snapshots per server" (https://www.vps.org/api/v1/docs/snapshots/). */
export const snapshotsPerServer = 5;
/** "This may take 5-15 minutes": a restore counts as done sooner only when it was seen. */
export const shortestRestoreMs = 5 * minute;
/** One that stands still without having been seen `restoring` is watched for so long after a request to restore it. */
export const longestRestoreMs = 20 * minute;
/** Two looks that show a server running count as agreeing when they are so far apart: one stale answer proves nothing. */
export const agreeingMs = 5 * second;
/** A server stands still before, in and after a restore; only what lasts as long as this is the end of it. */
export const standstillMs = 3 * minute;

// Stopping and starting servers

/** A stop or start that shows no effect for so long has none. */
export const powerEffectMs = 5 * minute;
/** From a server's standstill to the acceptance of its snapshot; after that it is started and the step fails. */
export const longestIdleStandstillMs = 5 * minute;
/** A start that is refused as busy is asked for again until so long after the snapshot has ended. */
export const busyStartMs = 2 * minute;
/** An accepted start that shows nothing for so long is sent again. */
export const startAgainMs = 2 * minute;
/** A stop whose fate is not known may still come: the server is watched for so long. */
export const lateStopMs = 5 * minute;
/** Looks in a row that must agree before a server is believed to run. */
export const agreeingLooks = 2;

/** A clean-up watches the lists for so long at most, whatever becomes of them: a good job is not held up for an hour. */
export const cleanUpMs = 12 * minute;

/** A deleted snapshot that the lists still show after so long is not gone. */
export const deletionMs = 2 * minute;

// The end of the job

/** Others at a server are waited for so long at most, and not for more than this share of the time left. */
export const waitForOthersMs = 10 * minute;
export const waitForOthersShare = 1 / 3;
/** Answers of `ready_url` in a row that count as steady. */
export const steadyAnswers = 3;

// GitHub

/** "Each workflow run is limited to 35 days" (GitHub's usage limits): whatever is older, is over. */
export const longestRunMs = 35 * day;
/** A snapshot of an earlier attempt of the run is not restored when it is older: too much may have happened since. */
export const longestRerunMs = 1 * hour;
/** Another run's snapshot that is younger is a sign that it is deploying. */
export const youngDeployMs = 6 * hour;
/** Without GitHub's word, another run's snapshot keeps this one from being deleted as long as it is younger. */
export const doubtfulRunMs = 1 * hour;
export const githubTimeoutMs = 20 * second;
export const githubRequestsInFlight = 8;
/** The runner refuses a step summary over 1 MiB. */
export const bytesOfSummary = 1_000_000;
/** One remark or line of an error in a summary; the log has the rest. */
export const charactersOfRemark = 4_000;
/** Up to so many servers or snapshots, all outputs are written after every answer; beyond it they would fill the disk. */
export const entriesInEveryAnswer = 100;

/** GitHub refuses longer comments; it counts characters, which are never more than bytes. */
export const bytesOfComment = 65_536;
