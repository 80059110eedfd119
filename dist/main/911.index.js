export const id = 911;
export const ids = [911];
export const modules = {

/***/ 429:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ within),
/* harmony export */   i: () => (/* binding */ graced),
/* harmony export */   n: () => (/* binding */ openGitHub),
/* harmony export */   o: () => (/* binding */ Gate),
/* harmony export */   r: () => (/* binding */ reasonOf),
/* harmony export */   t: () => (/* binding */ hintAt)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);

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
		timer.abort();
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
		timer.abort();
	}
}
// src/github/github.ts
async function openGitHub(access) {
	const { place, token, userAgent } = access;
	const { Octokit } = await __webpack_require__.e(/* import() */ 85).then(__webpack_require__.bind(__webpack_require__, 85));
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
	return `answered ${response.status}${typeof words === "string" ? ` (${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.O)(words, 200)})` : ""}`;
}
function restrained({ fetch, clock, signal }) {
	const limit = {
		ms: 2e4,
		clock,
		signal
	};
	const gate = new Gate(8);
	return (url, init) => gate.pass(() => within(limit, (stop) => whole(fetch(url, {
		...init,
		signal: stop
	}))), signal);
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

/***/ 911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reportToGitHub: () => (/* binding */ reportToGitHub)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);
/* harmony import */ var _github_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(429);


// src/report/comment.ts
const mostRowsInComment = 50;
function commentOn(story, servers, runUrl) {
	const marker = `<!-- vps-snapshot-action ${servers.toSorted(_start_js__WEBPACK_IMPORTED_MODULE_0__.C).join(",")} -->`;
	const link = runUrl ? `\n[Workflow run](${runUrl})\n` : "";
	const head = `${marker}\n`;
	const room = 65536 - Buffer.byteLength(head + link);
	return {
		marker,
		body: `${head}${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.D)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.n)(story, mostRowsInComment), room)}${link}`
	};
}
// src/report/commit-status.ts
const longestDescription = 140;
function statusesOf(story, servers) {
	return servers.map((server) => {
		const facts = story.journal.entries.map((entry) => entry.facts).findLast((one) => one.server?.id === server);
		const description = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.O)(facts ? wordsFor(facts, story) : story.result.replaceAll("_", " "), longestDescription);
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
		return (0,_github_js__WEBPACK_IMPORTED_MODULE_1__.r)(error);
	}
}
function refusal(reason, what, permission) {
	return ["Not reported", `GitHub ${reason} to the ${what}${(0,_github_js__WEBPACK_IMPORTED_MODULE_1__.t)(reason, permission)}. The result of this step stands.`];
}



/***/ })

};
