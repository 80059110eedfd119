export const id = 296;
export const ids = [296,591];
export const modules = {

/***/ 856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ timeOfDay),
/* harmony export */   n: () => (/* binding */ duration),
/* harmony export */   r: () => (/* binding */ size),
/* harmony export */   t: () => (/* binding */ count)
/* harmony export */ });
// src/text/format.ts
function duration(ms) {
	if (ms < 1e3) return `${Math.floor(ms)} ms`;
	if (ms < 6e4) return `${Math.floor(ms / 1e3)} s`;
	if (ms < 36e5) return `${Math.floor(ms / 6e4)}m ${pad(ms % 6e4 / 1e3)}s`;
	if (ms < 864e5) return `${Math.floor(ms / 36e5)}h ${pad(ms % 36e5 / 6e4)}m`;
	return `${Math.floor(ms / 864e5)}d ${Math.floor(ms % 864e5 / 36e5)}h`;
}
function size(mb) {
	if (mb === null) return "–";
	return mb < 1024 ? `${mb} MB` : `${(mb / 1024).toFixed(1)} GB`;
}
function timeOfDay(date) {
	return `${date.toISOString().slice(11, 19)} UTC`;
}
function count(number, noun) {
	return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
function pad(number) {
	return String(Math.floor(number)).padStart(2, "0");
}



/***/ }),

/***/ 716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ within),
/* harmony export */   i: () => (/* binding */ graced),
/* harmony export */   n: () => (/* binding */ openGitHub),
/* harmony export */   o: () => (/* binding */ Gate),
/* harmony export */   r: () => (/* binding */ reasonOf),
/* harmony export */   t: () => (/* binding */ hintAt)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(819);

// src/waiting/gate.ts
var Gate = class {
	#free;
	#queue = [];
	constructor(width) {
		this.#free = width;
	}
	async pass(task, signal) {
		if (this.#free > 0) this.#free--;
		else await new Promise((enter) => this.#queue.push(enter));
		try {
			signal.throwIfAborted();
			return await task();
		} finally {
			const next = this.#queue.shift();
			if (next) next();
			else this.#free++;
		}
	}
};
// src/waiting/time-limit.ts
var Expired = class extends Error {
	code = "ETIMEDOUT";
};
async function within(limit, task) {
	const timer = new AbortController();
	const expiry = new AbortController();
	limit.clock.sleep(limit.ms, timer.signal).then(() => expiry.abort(new Expired(`no answer within ${Math.round(limit.ms)} ms`)), () => {});
	try {
		return await task(AbortSignal.any([limit.signal, expiry.signal]));
	} finally {
		timer.abort("ended");
	}
}
async function graced(limit, task) {
	const { ms, clock, signal } = limit;
	const timer = new AbortController();
	const later = new AbortController();
	const follow = () => {
		clock.sleep(ms, timer.signal).then(() => later.abort(signal.reason), () => {});
	};
	signal.addEventListener("abort", follow, { once: true });
	try {
		return await task(later.signal);
	} finally {
		signal.removeEventListener("abort", follow);
		timer.abort("ended");
	}
}
// src/github/github.ts
async function openGitHub(access) {
	const { place, token, userAgent } = access;
	const { Octokit } = await __webpack_require__.e(/* import() */ 488).then(__webpack_require__.bind(__webpack_require__, 488));
	const octokit = new Octokit({
		baseUrl: place.apiUrl,
		userAgent,
		request: { fetch: restrained(access) },
		log: {
			debug() {},
			info() {},
			warn() {},
			error() {}
		},
		...token && { auth: token }
	});
	const [owner = "", repo = ""] = place.repository.split("/");
	return {
		place,
		livenessOf: (runId) => livenessOf(octokit, {
			owner,
			repo,
			run_id: Number(runId)
		}),
		async comment(marker, body) {
			const issue = {
				owner,
				repo,
				issue_number: place.pullRequest ?? 0
			};
			const before = (await octokit.paginate(octokit.rest.issues.listComments, {
				...issue,
				per_page: 100
			})).find((comment) => comment.body?.startsWith(marker) && isTrusted(comment));
			if (before) await octokit.rest.issues.updateComment({
				owner,
				repo,
				comment_id: before.id,
				body
			});
			else await octokit.rest.issues.createComment({
				...issue,
				body
			});
		},
		async setStatus({ context, state, description, targetUrl }) {
			const target = targetUrl ? { target_url: targetUrl } : {};
			const commit = {
				owner,
				repo,
				sha: place.headSha
			};
			await octokit.rest.repos.createCommitStatus({
				...commit,
				context,
				state,
				description,
				...target
			});
		}
	};
}
function isTrusted({ user, author_association }) {
	return user?.type === "Bot" || [
		"OWNER",
		"MEMBER",
		"COLLABORATOR"
	].includes(author_association);
}
async function livenessOf(octokit, run) {
	try {
		const { data } = await octokit.rest.actions.getWorkflowRun(run);
		if (data.status === "completed") return { is: "over" };
		return {
			is: "going_on",
			...data.status === "waiting" && { onlyApprovals: true }
		};
	} catch (error) {
		const reason = reasonOf(error);
		return {
			is: "unknown",
			why: `GitHub ${reason}${hintAt(reason, "actions: read")}`
		};
	}
}
function hintAt(reason, permission) {
	return /^answered 40[34]/.test(reason) ? `; the job needs permissions: ${permission}` : "";
}
function reasonOf(error) {
	const { response } = error;
	if (!response) return "did not answer";
	const words = response.data?.message;
	return `answered ${response.status}${typeof words === "string" ? ` (${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(words, 200)})` : ""}`;
}
function restrained({ fetch, clock, signal, log }) {
	const limit = {
		ms: 2e4,
		clock,
		signal
	};
	const gate = new Gate(8);
	const timed = async (url, init) => {
		const started = clock.now();
		let outcome = "no answer";
		try {
			const response = await within(limit, (stop) => whole(fetch(url, {
				...init,
				signal: stop
			})));
			outcome = String(response.status);
			return response;
		} finally {
			const { pathname } = new URL(String(url));
			log.debug(`GitHub: ${init?.method} ${pathname} → ${outcome} in ${Math.round(clock.now() - started)} ms`);
		}
	};
	return (url, init) => gate.pass(() => timed(url, init), signal);
}
async function whole(answer) {
	const response = await answer;
	const { status, statusText, headers } = response;
	return new Response(await response.text() || null, {
		status,
		statusText,
		headers
	});
}



/***/ }),

/***/ 829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ madeAt),
/* harmony export */   i: () => (/* binding */ ageOf),
/* harmony export */   n: () => (/* binding */ serverName),
/* harmony export */   o: () => (/* binding */ newestFirst),
/* harmony export */   r: () => (/* binding */ snapshotName),
/* harmony export */   t: () => (/* binding */ capitalised)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(819);

// src/rules/age.ts
function madeAt(snapshot) {
	return snapshot.createdAt === null ? void 0 : Date.parse(snapshot.createdAt);
}
function ageOf(snapshot, now) {
	const made = madeAt(snapshot);
	return made === void 0 ? void 0 : Math.max(0, now - made);
}
function newestFirst(one, other) {
	const [time, otherTime] = [madeAt(one) ?? never, madeAt(other) ?? never];
	return time === otherTime ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.r)(other, one) : otherTime - time;
}
const never = Number.MIN_SAFE_INTEGER;
// src/text/references.ts
function serverName(server) {
	const name = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(server.name ?? "", 60);
	return name && name !== `server ${server.id}` ? `server ${server.id} (${name})` : `server ${server.id}`;
}
function snapshotName(snapshot) {
	return snapshot.name ? `snapshot ${snapshot.id} (${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(snapshot.name, 80)})` : `snapshot ${snapshot.id}`;
}
function capitalised(sentence) {
	return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}



/***/ }),

/***/ 296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reportToGitHub: () => (/* binding */ reportToGitHub)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(819);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(591);
/* harmony import */ var _github_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(716);



// src/report/comment.ts
const mostRowsInComment = 50;
function commentOn(story, servers, runUrl) {
	const marker = `<!-- vps-snapshot-action ${servers.toSorted(_start_js__WEBPACK_IMPORTED_MODULE_0__.n).join(",")} -->`;
	const link = runUrl ? `\n[Workflow run](${runUrl})\n` : "";
	const head = `${marker}\n`;
	const room = 65536 - Buffer.byteLength(head + link);
	return {
		marker,
		body: `${head}${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_summary_js__WEBPACK_IMPORTED_MODULE_1__.t)(story, mostRowsInComment), room)}${link}`
	};
}
// src/report/commit-status.ts
const longestDescription = 140;
function statusesOf(story, servers) {
	return servers.map((server) => {
		const facts = story.journal.entries.map((entry) => entry.facts).findLast((one) => one.server?.id === server);
		const description = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(facts ? wordsFor(facts, story) : story.result.replaceAll("_", " "), longestDescription);
		return {
			context: `vps-snapshot/${server}`,
			state: stateOf(story),
			description
		};
	});
}
function wordsFor({ id, result, remark }, story) {
	if (!story.failure && (result === "created" || result === "ready")) return `snapshot ${id} taken${story.pending ? "; pending until the job ends" : ""}`;
	return `${(result ?? story.result).replaceAll("_", " ")}${id === void 0 ? "" : ` (snapshot ${id})`}${remark ? `: ${remark}` : ""}`;
}
function stateOf({ failure, jobFailed, pending, result }) {
	if (failure?.ending === "cancelled") return "error";
	if (failure || jobFailed) return "failure";
	return pending || result === "requested" ? "pending" : "success";
}
// src/github/reports.ts
async function reportToGitHub(telling) {
	const { reporting, log } = telling;
	if (reporting.comment) {
		const failed = await reasonWhy(() => comment(telling));
		if (failed) log.warning(...refusal(failed, "comment", "pull-requests: write"));
	}
	if (reporting.status) {
		const failed = await reasonWhy(() => setStatuses(telling));
		if (failed) log.warning(...refusal(failed, "commit status", "statuses: write"));
	}
}
async function comment({ story, servers, github, runUrl, log, clean }) {
	const { place, comment: send } = await github();
	if (place.pullRequest === null) {
		log.info("report: comment has no effect here, for this event is about no pull request.");
		return;
	}
	const { marker, body } = commentOn(story, servers, runUrl);
	await send(marker, clean(body));
}
async function setStatuses({ story, servers, github, runUrl, clean }) {
	const { setStatus } = await github();
	const [first, ...rest] = statusesOf(story, servers);
	const set = (status) => setStatus({
		...status,
		description: clean(status.description),
		targetUrl: runUrl
	});
	if (first) await set(first);
	await Promise.all(rest.map(set));
}
async function reasonWhy(act) {
	try {
		await act();
		return;
	} catch (error) {
		return (0,_github_js__WEBPACK_IMPORTED_MODULE_2__.r)(error);
	}
}
function refusal(reason, what, permission) {
	return ["Not reported", `GitHub ${reason} to the ${what}${(0,_github_js__WEBPACK_IMPORTED_MODULE_2__.t)(reason, permission)}. The result of this step stands.`];
}



/***/ }),

/***/ 591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ summary_exports),
/* harmony export */   t: () => (/* binding */ summary)
/* harmony export */ });
/* harmony import */ var _references_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(829);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(856);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(819);



// \0rolldown/runtime.js
var __defProp = Object.defineProperty;
var __exportAll = (all, no_symbols) => {
	let target = {};
	for (var name in all) __defProp(target, name, {
		get: all[name],
		enumerable: true
	});
	if (!no_symbols) __defProp(target, Symbol.toStringTag, { value: "Module" });
	return target;
};
// src/report/sentences.ts
function sentenceOn(facts, told) {
	const { server, id, snapshot, result, completeAt } = facts;
	const { journal } = told;
	const what = `Snapshot ${id}${server ? ` of ${(0,_references_js__WEBPACK_IMPORTED_MODULE_0__.n)(server)}` : ""}`;
	const fate = id !== void 0 && journal.deletedIds.includes(id) ? "deleted" : "kept";
	switch (result) {
		case "created":
		case "ready": return `${what} is complete${completeAt ? ` since ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.i)(completeAt)}` : ""}.`;
		case "restored": return `${subjectOf(facts)} was put back to snapshot ${id}${snapshot ? ofTime(snapshot) : ""}; the snapshot is ${fate}.`;
		case "requested": return server && journal.mayHave("restore", server.id) ? `${subjectOf(facts)} is being put back to snapshot ${id}; nobody waited for the end.` : `${what} is requested, and not complete yet.`;
		case "deleted": return `${what} is deleted.`;
		case "already_absent": return `${what} had been deleted already.`;
		case "kept": return `${what} is kept.`;
		case "failed":
		case "timed_out":
		case "cancelled": return notDone(facts, told);
		default: return "";
	}
}
function notDone(facts, { mode, journal, jobFailed }) {
	const { server, id } = facts;
	const what = `snapshot ${id}${server ? ` of ${(0,_references_js__WEBPACK_IMPORTED_MODULE_0__.n)(server)}` : ""}`;
	if (server && journal.mayHave("restore", server.id)) return `${subjectOf(facts)} was asked to go back to snapshot ${id}, which is not confirmed; the snapshot is kept.`;
	if (mode === "restore" || jobFailed) return `${subjectOf(facts)} was not put back to snapshot ${id}.`;
	if (mode === "delete") return id !== void 0 && journal.mayHave("delete", id) ? `Whether ${what} is deleted is not known.` : `${(0,_references_js__WEBPACK_IMPORTED_MODULE_0__.t)(what)} was not deleted.`;
	if (id !== void 0) return mode === "create" || mode === "wait" ? `${(0,_references_js__WEBPACK_IMPORTED_MODULE_0__.t)(what)} is not complete.` : `${(0,_references_js__WEBPACK_IMPORTED_MODULE_0__.t)(what)} was left alone.`;
	return server && journal.mayHave("create", server.id) ? `${subjectOf(facts)} was asked for a snapshot; whether there is one is not known.` : `${subjectOf(facts)} has no new snapshot.`;
}
function subjectOf({ server }) {
	return server ? (0,_references_js__WEBPACK_IMPORTED_MODULE_0__.t)((0,_references_js__WEBPACK_IMPORTED_MODULE_0__.n)(server)) : "A server";
}
function ofTime(snapshot) {
	const made = (0,_references_js__WEBPACK_IMPORTED_MODULE_0__.a)(snapshot);
	return made === void 0 ? "" : ` of ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.i)(new Date(made))}`;
}
// src/report/timeline.ts
function timeline(moments, now) {
	if (moments.length === 0) return "";
	const sorted = moments.toSorted((one, other) => one.at.getTime() - other.at.getTime());
	return [table$1(sorted), chart(sorted, now)].filter(Boolean).join("\n\n");
}
function table$1(moments) {
	return [
		"| Time | Server | What | After |",
		"| --- | --- | --- | ---: |",
		...moments.map(({ at, what, serverId }, index) => {
			const before = moments.slice(0, index).findLast((earlier) => earlier.serverId === serverId);
			const since = before ? `+${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.n)(at.getTime() - before.at.getTime())}` : "";
			return `| ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.i)(at)} | ${serverId} | ${what} | ${since} |`;
		}).slice(0, mostRows)
	].join("\n");
}
const mostRows = 200;
const mostServersInChart = 20;
function chart(moments, now) {
	const sections = [...new Set(moments.map(({ serverId }) => serverId))].slice(0, mostServersInChart).flatMap((server) => {
		const bars = barsOf(moments.filter(({ serverId }) => serverId === server), now);
		return bars.length === 0 ? [] : [`  section server ${server}`, ...bars];
	});
	if (sections.length === 0) return "";
	return [
		"```mermaid",
		"gantt",
		"  dateFormat YYYY-MM-DD HH:mm:ss",
		`  axisFormat ${isShort(moments, now) ? "%H:%M:%S" : "%H:%M"}`,
		...sections,
		"```"
	].join("\n");
}
function isShort(moments, now) {
	const began = Math.min(...moments.map(({ at }) => at.getTime()));
	return now.getTime() - began < 36e5;
}
function barsOf(moments, now) {
	const at = (what) => moments.find((moment) => moment.what === what)?.at;
	const bar = (label, from, to) => from && to ? [`    ${label}, ${stamp(from)}, ${stamp(to)}`] : [];
	return [
		...bar("snapshot :done", at("snapshot requested"), at("snapshot complete")),
		...bar("job :active", at("snapshot complete"), at("job ended")),
		...at("server back") ? bar("restore :crit", at("restore requested"), at("server back")) : bar("restore not confirmed :crit, active", at("restore requested"), now)
	];
}
function stamp(date) {
	return date.toISOString().slice(0, 19).replace("T", " ");
}
// src/report/summary.ts
var summary_exports = __exportAll({ summary: () => summary });
const mostRowsInSummary = 200;
const mostSentences = 20;
const charactersOfDetail = 100;
function summary(story, mostRows = mostRowsInSummary) {
	const { mode, result, tookMs } = story;
	const whole = [
		`### ${signOf(story)} VPS.org snapshot: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.p)(mode)} – ${result.replaceAll("_", " ")} in ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.n)(tookMs)}`,
		sentences(story),
		failed(story),
		story.reason && (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.p)(story.reason),
		plan(story),
		table(story, mostRows),
		annotations(story),
		slots(story),
		timeline(story.journal.moments, story.endedAt),
		byHand(story, mostRows)
	].filter((part) => part !== "").join("\n\n").concat("\n");
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.f)(whole, 1e6);
}
function signOf({ failure, jobFailed, journal }) {
	if (failure) return "❌";
	return jobFailed || journal.annotations.some(({ level }) => level === "warning") ? "⚠️" : "✅";
}
function sentences(story) {
	const { mode, journal } = story;
	if (mode === "prune" || mode === "list") return "";
	const lines = journal.entries.map(({ facts }) => sentenceOn(facts, story)).filter(Boolean).slice(0, mostSentences).map((one) => (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.p)(one));
	return lines.length < 2 ? lines.join("") : lines.map((line) => `- ${line}`).join("\n");
}
function failed({ failure }) {
	if (!failure) return "";
	const lines = failure.message.split("\n").map((line) => `> ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.p)(line, 4e3)}`);
	return [`> **${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.p)(failure.title)}**`, ...lines].join("  \n");
}
function plan({ result, journal }) {
	if (result !== "planned") return "";
	return [
		"Nothing was changed. This would be done:",
		"",
		...journal.plan.map((line) => `- ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.p)(line)}`)
	].join("\n");
}
function table({ journal, now }, mostRows) {
	if (journal.entries.length === 0) return "";
	const rows = journal.entries.slice(0, mostRows).map(({ facts }) => row(facts, now));
	const rest = journal.entries.length - rows.length;
	return [
		"| Server | Snapshot | Status | Size | Age | Took | Result |",
		"| --- | --- | --- | ---: | ---: | ---: | --- |",
		...rows,
		...rest > 0 ? [`| … | and ${rest} more | | | | | |`] : []
	].join("\n");
}
function row(facts, now) {
	const { server, id, snapshot, result, tookMs } = facts;
	const age = snapshot && now !== void 0 ? (0,_references_js__WEBPACK_IMPORTED_MODULE_0__.i)(snapshot, now) : void 0;
	const word = (result ?? snapshot?.status ?? "not made").replaceAll("_", " ");
	return `| ${[
		server ? `${server.id}${server.name ? ` ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.d)(server.name)}` : ""}` : "–",
		id === void 0 ? "–" : `${id}${snapshot?.name ? ` ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.d)(snapshot.name)}` : ""}`,
		snapshot ? (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.d)(snapshot.status) : "–",
		(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.r)(snapshot?.sizeMb ?? null),
		age === void 0 ? "–" : (0,_format_js__WEBPACK_IMPORTED_MODULE_2__.n)(age),
		tookMs === void 0 ? "–" : (0,_format_js__WEBPACK_IMPORTED_MODULE_2__.n)(tookMs),
		[(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.p)(word), ...detailsOf(facts)].join("; ")
	].join(" | ")} |`;
}
function detailsOf({ adopted, stoppedMs, remark }) {
	return [
		...adopted ? ["found after a lost answer"] : [],
		...stoppedMs === void 0 ? [] : [`the server stood still for ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.n)(stoppedMs)}`],
		...remark ? [(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.p)(firstSentence(remark), charactersOfDetail)] : []
	];
}
function annotations({ journal }) {
	return journal.annotations.map(({ level, text }) => `- ${level === "warning" ? "⚠️" : "ℹ️"} ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.p)(text, 4e3)}`).join("\n");
}
function slots({ journal }) {
	const used = [...journal.slots].slice(0, mostRowsInSummary).map(([server, taken]) => `server ${server}: ${taken} of 5`);
	return used.length === 0 ? "" : `Slots used: ${used.join(", ")}.`;
}
function firstSentence(text) {
	return /^.+?[^.]\.(?= )/.exec(text)?.[0] ?? text;
}
function byHand(story, mostRows) {
	const { rollback, uses } = story;
	if (rollback.length === 0) return "";
	return [
		`<details><summary>Roll back by hand (${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.t)(rollback.length, "snapshot")})</summary>`,
		"",
		"```yaml",
		`- uses: ${uses}`,
		"  with:",
		"    mode: restore",
		"    api_token: ${{ secrets.VPS_API_TOKEN }}",
		`    snapshot_id: "${rollback.join(",")}"`,
		"```",
		"",
		...withoutAction(story, mostRows),
		"</details>"
	].join("\n");
}
function withoutAction({ rollback, byHand: lines, journal }, mostRows) {
	const ids = rollback.slice(0, mostRows).flatMap((id) => (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.a)(id) ?? []);
	if (!lines || ids.length === 0) return [];
	const serverOf = (id) => {
		const server = journal.entries.find(({ facts }) => facts.id === id)?.facts.server?.id;
		return server === void 0 ? "the server" : `server ${server}`;
	};
	return [
		"Or without GitHub and without this action:",
		"",
		"```bash",
		"# what there is",
		lines.list(),
		...ids.flatMap((id) => [`# put ${serverOf(id)} back`, lines.restore(id)]),
		"# once nobody needs it any more",
		...ids.map((id) => lines.delete(id)),
		"```",
		""
	];
}



/***/ })

};
