import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 24:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 67:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 930:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(834);
var __webpack_async_dependencies__ = __webpack_handle_async_dependencies__([_start_js__WEBPACK_IMPORTED_MODULE_0__]);
_start_js__WEBPACK_IMPORTED_MODULE_0__ = (__webpack_async_dependencies__.then ? (await __webpack_async_dependencies__)() : __webpack_async_dependencies__)[0];



__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } });

/***/ }),

/***/ 834:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(760);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(500);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(975);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(67);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(24);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(161);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(421);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(474);








// action.yml
var action_default = {
	"name": "VPS snapshot",
	"description": "Snapshot a VPS.org server before a deploy, roll it back when the job fails, and clean up when it succeeds",
	"author": "vps-snapshot-action contributors",
	"branding": {
		"icon": "rotate-ccw",
		"color": "blue"
	},
	"inputs": {
		"mode": {
			"description": "What to do: create, wait, restore, delete, list or prune",
			"default": "create"
		},
		"api_token": {
			"description": "API token of VPS.org, from https://admin.vps.org/account/developers/. Keep it in a secret",
			"required": true
		},
		"server_id": { "description": "Id of the server (a number or a UUID, as the account shows it), or several ids separated by commas, white space or newlines. Required in create and prune, in restore and delete by name, and for snapshot_id: latest. Beside a snapshot_id it is a check: a snapshot of another server is refused" },
		"name": { "description": "Name of the snapshot: letters, digits, \"-\" and \"_\". In create the default is a unique name; in restore and delete the exact name to look up on server_id" },
		"snapshot_id": { "description": "Id of the snapshot (a number or a UUID, as the account shows it), or several ids, in wait, restore and delete. In restore also latest: the newest completed snapshot of server_id that this repository made" },
		"description": { "description": "Text kept with the snapshot, in create. The default names commit, actor and run. A mark that tells which run made the snapshot is added" },
		"at_limit": {
			"description": "In create, when a server has no free slot: fail, or delete_oldest, which deletes the oldest snapshot that a finished run of this repository made before it requests the new one, and fails when there is none of those",
			"default": "fail"
		},
		"keep_last": { "description": "In prune: keep this many of the newest snapshots per server that this repository made" },
		"keep_within": { "description": "In prune: keep the snapshots that are younger than this, such as 30m, 12h, 7d or 2w" },
		"wait": {
			"description": "In create and restore: wait until it is confirmed (true), or only request it (false)",
			"default": "true"
		},
		"stop_server": {
			"description": "In create: stop each running server while its snapshot is taken (true), and start it again as soon as that is complete, also after a failure or a cancel. Costs 3–10 minutes of downtime",
			"default": "false"
		},
		"timeout_minutes": {
			"description": "How long the step may take, in minutes; fractions are allowed",
			"default": "60"
		},
		"poll_interval_seconds": { "description": "Fixed time between two looks, in seconds; fractions are allowed. Without it the looks adapt to how long the operation usually takes" },
		"max_age": { "description": "In restore: refuse a snapshot older than this, such as 30m, 12h, 7d or 2w" },
		"ready_url": { "description": "In restore and after the job: once a restored server is up, wait until a GET of this URL answers 2xx, and fail if it never does. No token is sent; redirects are followed on the same origin only" },
		"force": {
			"description": "In restore and after the job: restore although a newer deploy to the server would be lost, the snapshot is of an earlier attempt of the run, the server is being restored already (that is waited for), or the runner seems to be on that server",
			"default": "false"
		},
		"on_success": {
			"description": "In create and wait, what happens to the snapshot when the job has succeeded: keep, restore, delete, or restore,delete (delete only after a confirmed restore). Read when the job has ended, so it may look at any step",
			"default": "keep"
		},
		"on_failure": {
			"description": "The same, when the job has failed",
			"default": "keep"
		},
		"on_cancelled": {
			"description": "The same, when the job was cancelled or ran into its own time limit, which leaves servers half deployed: restore, or keep if somebody is to look first. All of it within 180 s, so restore,delete only restores",
			"default": "keep"
		},
		"dry_run": {
			"description": "Say what would be done, and change nothing",
			"default": "false"
		},
		"report": {
			"description": "Where to tell what was done: any of summary, comment (one comment on the pull request) and status (a commit status); or none",
			"default": "summary"
		},
		"github_token": {
			"description": "For comment and status, and for asking whether a run is over. Needs pull-requests: write, statuses: write and actions: read, each only for its purpose",
			"default": "${{ github.token }}"
		},
		"api_url": {
			"description": "Address of the API. https only, except on this machine",
			"default": "https://admin.vps.org/api/v1"
		},
		"job_status": {
			"description": "Internal. Tells the end of the job to the action; leave it at its default",
			"default": "${{ job.status }}"
		}
	},
	"outputs": {
		"result": { "description": "created, ready (wait), requested (wait: false), restored, deleted, already_absent, listed, pruned, planned (dry_run), timed_out, failed or cancelled. Of several targets the worst word" },
		"snapshot_id": { "description": "Id of the snapshot, or ids separated by commas in the order of server_id. Set as soon as the API has answered, before any waiting" },
		"snapshot_name": { "description": "Name of the snapshot, or names in the order of snapshot_id" },
		"server_id": { "description": "Id of the server, or ids in the order of snapshot_id" },
		"status": { "description": "Status of the snapshot as the API gave it last, or several in the order of snapshot_id" },
		"size_mb": { "description": "Size in megabytes, or several in the order of snapshot_id" },
		"created_at": { "description": "Time of creation in ISO 8601, or several in the order of snapshot_id" },
		"snapshots": { "description": "All of it as a JSON array, one object per server or snapshot" },
		"deleted_ids": { "description": "Ids of the snapshots that were deleted, as a JSON array" },
		"duration_seconds": { "description": "How long the step took" }
	},
	"runs": {
		"using": "node24",
		"main": "dist/main/index.js",
		"post": "dist/post/index.js"
	}
};
// rehearsal/demo/acts.ts
const snapshot = "Snapshot before the deploy";
const guard = {
	server_id: "12345",
	on_success: "delete",
	on_failure: "restore,delete",
	on_cancelled: "restore"
};
const taken = {
	result: "created",
	snapshot_id: "801",
	status: "completed",
	size_mb: "5120"
};
const day = 864e5;
const acts = [
	{
		title: "A deploy that goes well",
		async play({ says, uses, deploys, visits, ends }) {
			says("A web server is running. Before anything is deployed to it, one step takes a snapshot:");
			await uses(snapshot, {
				with: guard,
				gives: taken
			});
			says("Then the deploy, and it is a good one:");
			deploys("success");
			visits("200 OK");
			says("A server holds five snapshots. So when the job has ended, the same step frees the slot again:");
			await ends({ result: "deleted" });
		}
	},
	{
		title: "A deploy that fails, and is rolled back",
		async play({ says, uses, deploys, visits, ends }) {
			says("The same job a day later:");
			await uses(snapshot, {
				with: guard,
				gives: taken
			});
			visits("200 OK");
			says("This time the deploy is not a good one:");
			deploys("failure");
			visits("500 Internal Server Error");
			says("The job has failed, so the step that took the snapshot puts the server back:");
			await ends({
				result: "restored",
				tells: ["warning: Rolled back"]
			});
			visits("200 OK");
		}
	},
	{
		title: "A deploy that somebody cancels",
		pace: { restoreMs: 6e3 },
		leaves: [801],
		async play({ says, uses, deploys, visits, ends, rests }) {
			await uses(snapshot, {
				with: guard,
				gives: taken
			});
			says("In the middle of the deploy, somebody presses \"Cancel workflow\":");
			deploys("cancelled");
			visits("500 Internal Server Error");
			says("GitHub gives a cancelled job little time. The rollback is requested, and what is open is said:");
			await ends({
				timeout_minutes: "0.05",
				result: "timed out",
				tells: ["warning: Rollback requested", "error: Rollback requested, not confirmed"]
			});
			visits("no answer (the server is restoring)");
			says("The job is gone, and VPS.org goes on by itself. A while later:");
			await rests();
			visits("200 OK");
		}
	},
	{
		title: "A server without a free slot",
		snapshots: [
			40,
			50,
			60,
			70,
			80
		].map((age, index) => ({
			id: 705 - index,
			name: `gha-web-${4100 - index}-1-c0ffee`,
			description: `Before a deploy [gha octo-org/web run ${4100 - index}.1 0000000${index}-c0ffee00]`,
			created_at: Date.now() - age * day
		})),
		leaves: [705],
		async play({ says, uses, ends }) {
			says("Deploys of former months left their snapshots, and a server holds five:");
			await uses(snapshot, {
				with: {
					server_id: "12345",
					on_success: "delete"
				},
				gives: {
					result: "failed",
					snapshot_id: ""
				},
				tells: ["error: Snapshot limit reached"],
				fails: true
			});
			says("A step that tidies up, as a weekly workflow would, keeps the newest one that this repository made:");
			await uses("Prune", {
				with: {
					mode: "prune",
					server_id: "12345",
					keep_last: "1"
				},
				gives: {
					result: "pruned",
					deleted_ids: "[704,703,702,701]"
				}
			});
			says("Now there is room:");
			await uses("Snapshot before the next deploy", {
				with: {
					server_id: "12345",
					on_success: "delete"
				},
				gives: {
					...taken,
					snapshot_id: "801"
				}
			});
			await ends({ result: "deleted" }, {}, {});
		}
	}
];
// rehearsal/http/server.ts
async function serve(fake, { port = 0, host = "127.0.0.1" } = {}) {
	const server = (0,node_http__WEBPACK_IMPORTED_MODULE_3__.createServer)((incoming, outgoing) => {
		respond(fake, incoming, outgoing).catch((error) => outgoing.destroy(error));
	});
	await new Promise((resolve, reject) => {
		server.once("error", reject).listen(port, host, resolve);
	});
	const address = server.address();
	return {
		url: `http://${host}:${typeof address === "object" && address ? address.port : port}${fake.basePath}`,
		close: () => new Promise((resolve, reject) => {
			server.close((error) => error ? reject(error) : resolve());
			server.closeAllConnections();
		})
	};
}
async function respond(fake, incoming, outgoing) {
	const handled = await fake.handle(await read(incoming), sleep);
	if (handled === "hang") return;
	if (handled === "reset") {
		incoming.socket.resetAndDestroy();
		return;
	}
	outgoing.sendDate = false;
	outgoing.writeHead(handled.status, handled.headers).end(handled.body);
}
async function read(incoming) {
	let body = "";
	for await (const chunk of incoming.setEncoding("utf8")) body += chunk;
	const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
	return {
		method: incoming.method ?? "",
		path: incoming.url ?? "",
		headers: Object.fromEntries(headers),
		body
	};
}
function sleep(ms) {
	return new Promise((resolve) => {
		setTimeout(resolve, ms).unref();
	});
}
// rehearsal/http/answers.ts
function problem(status, text = nameOf(status), fields) {
	return {
		status,
		problem: text,
		...fields && { fields }
	};
}
function render(answer, shape) {
	const response = "problem" in answer ? renderProblem(answer, shape) : renderResult(answer);
	return {
		...response,
		headers: {
			...response.headers,
			...answer.headers
		}
	};
}
function htmlPage(status) {
	const title = `${status} ${nameOf(status)}`;
	return html(status, `<html>\n<head><title>${title}</title></head>\n<body><center><h1>${title}</h1></center></body>\n</html>\n`);
}
function html(status, body) {
	return {
		status,
		headers: { "content-type": "text/html" },
		body
	};
}
function json(status, value) {
	return {
		status,
		headers: { "content-type": "application/json" },
		body: written(value)
	};
}
function written(value) {
	try {
		return JSON.stringify(value);
	} catch {
		return JSON.stringify(value, (_, member) => typeof member === "bigint" ? `\u0000${member}` : member).replace(/"\\u0000(-?\d+)"/g, "$1");
	}
}
function bare(status) {
	return {
		status,
		headers: {},
		body: ""
	};
}
function renderResult({ status, json: value, html: page }) {
	if (page !== void 0) return html(status, page);
	return value === void 0 ? bare(status) : json(status, value);
}
function renderProblem({ status, problem: text, fields }, shape) {
	switch (shape) {
		case "html": return htmlPage(status);
		case "empty": return bare(status);
		case "fields": return json(status, texts(fields ?? { non_field_errors: text }));
		case "framework": return json(status, fields ? texts(fields) : { detail: text });
		default: return json(status, { [shape]: text });
	}
}
function texts(fields) {
	return Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, [text]]));
}
function nameOf(status) {
	return node_http__WEBPACK_IMPORTED_MODULE_3__.STATUS_CODES[status] ?? "Unknown Status";
}
// rehearsal/http/body.ts
function parsed(body) {
	if (body === "") return body;
	try {
		return JSON.parse(body);
	} catch {
		return body;
	}
}
function fieldsOf(body) {
	const value = parsed(body);
	return typeof value === "object" && value !== null ? { ...value } : {};
}
// rehearsal/http/faults.ts
var FaultQueue = class {
	#waiting = [];
	add(fault) {
		this.#waiting.push({
			fault,
			passes: fault.after ?? 0,
			left: fault.times ?? 1
		});
	}
	meet(request) {
		for (const entry of this.#waiting) {
			if (entry.left <= 0 || !matches(entry.fault.when, request)) continue;
			if (entry.passes > 0) {
				entry.passes -= 1;
				continue;
			}
			entry.left -= 1;
			return entry.fault.do;
		}
	}
};
function spoil(effect, truth, shape) {
	switch (effect.kind) {
		case "cutJson": return cut(truth(effect.processed ?? true));
		case "echo": return alter(truth(effect.processed ?? true), effect.of);
		case "hold": return truth(true);
		case "redirect": return {
			...bare(effect.status ?? 302),
			headers: { location: effect.to }
		};
		default:
			if (effect.processed) truth(effect.processed);
			return replaced(effect, shape);
	}
}
function replaced(effect, shape) {
	if (effect.kind === "status") return refusal(effect, shape);
	return effect.kind === "html" ? foreign(effect.page ?? "proxy", effect.status) : effect.kind;
}
function matches({ method, path, query }, actual) {
	if (method !== void 0 && method !== actual.method) return false;
	if (query !== void 0 && actual.query.search(query) < 0) return false;
	if (path === void 0) return true;
	return typeof path === "string" ? path === actual.path : actual.path.search(path) >= 0;
}
const pages = {
	login: "<!DOCTYPE html>\n<html><head><title>Log in | VPS</title></head><body><form method=\"post\" action=\"/accounts/login/\"><input name=\"username\"><input name=\"password\" type=\"password\"><button>Log in</button></form></body></html>\n",
	botCheck: "<!DOCTYPE html>\n<html><head><title>Just a moment...</title></head><body><noscript>Enable JavaScript and cookies to continue</noscript></body></html>\n"
};
function foreign(page, status) {
	if (page === "proxy") return htmlPage(status ?? 502);
	return html(status ?? (page === "login" ? 200 : 403), pages[page]);
}
function refusal(effect, shape) {
	const usual = effect.json === void 0 ? render(problem(effect.status), shape) : json(effect.status, effect.json);
	return {
		status: effect.status,
		headers: {
			...usual.headers,
			...effect.headers
		},
		body: effect.body ?? usual.body
	};
}
function cut(answer) {
	return {
		...answer,
		body: answer.body.slice(0, answer.body.length / 2)
	};
}
function alter(answer, of) {
	return json(answer.status, of(answer.body === "" ? void 0 : JSON.parse(answer.body)));
}
// rehearsal/http/fake.ts
var Fake = class {
	ledger = [];
	#state;
	#manner;
	#faults = new FaultQueue();
	#planned = [];
	#moment;
	constructor(state, manner) {
		this.#state = state;
		this.#manner = manner;
	}
	get state() {
		this.#catchUp();
		return this.#state;
	}
	get basePath() {
		return this.#manner.basePath;
	}
	async handle(request, sleep = noSleep) {
		const { root } = this.#manner;
		const { method, headers } = request;
		const { path, query, isOurs } = located(request.path, root);
		const call = {
			...request,
			now: this.now,
			path: isOurs ? path : "",
			query: new URLSearchParams(query)
		};
		const effect = this.#faults.meet({
			method,
			path,
			query
		});
		const handled = this.#handled({
			...call,
			state: this.state
		}, effect);
		const status = typeof handled === "string" ? handled : handled.status;
		this.ledger.push({
			at: call.now,
			method,
			path,
			query,
			status,
			body: parsed(request.body),
			headers
		});
		if (effect?.kind === "hold") await sleep(effect.ms);
		return handled;
	}
	later(ms, happen) {
		this.#planned.push({
			at: this.now + ms,
			happen
		});
	}
	fail(fault) {
		this.#faults.add(fault);
	}
	get now() {
		return this.#moment ?? this.#manner.now();
	}
	#handled(call, effect) {
		const { errorBody } = this.#manner;
		if (!effect) return render(this.answer(call), errorBody);
		if (effect.kind === "stale") return render(this.answer({
			...copied(call),
			now: call.now - effect.ms
		}), errorBody);
		return spoil(effect, (processed) => this.#truth(call, processed), errorBody);
	}
	#truth(call, processed) {
		if (processed === "twice") this.answer(call);
		if (typeof processed === "object") this.later(processed.afterMs, () => void this.answer({
			...call,
			now: this.now
		}));
		const isDone = processed === true || processed === "twice";
		return render(this.answer(isDone ? call : copied(call)), this.#manner.errorBody);
	}
	#catchUp() {
		if (this.#moment !== void 0) return;
		const now = this.#manner.now();
		for (let next = this.#takeNext(now); next; next = this.#takeNext(now)) {
			this.#moment = next.at;
			try {
				next.happen();
			} finally {
				this.#moment = void 0;
			}
		}
	}
	#takeNext(until) {
		const [next] = this.#planned.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at);
		if (next) this.#planned.splice(this.#planned.indexOf(next), 1);
		return next;
	}
};
function copied(call) {
	return {
		...call,
		state: structuredClone(call.state)
	};
}
function located(target, root) {
	const [, path = "", query = ""] = /^([^?]*)\??(.*)$/s.exec(target) ?? [];
	const isOurs = path.startsWith(`${root}/`);
	return {
		path: isOurs ? path.slice(root.length) : path,
		query,
		isOurs
	};
}
async function noSleep() {
	throw new Error("An answer is to be held back, but there is no sleep to do it with");
}
// rehearsal/api/settings.ts
const second = 1e3;
const minute = 60 * second;
const defaults = {
	now: () => Date.now(),
	form: "documented",
	token: "token-for-tests",
	basePath: "/api/v1",
	serversForbidden: false,
	permissionBeforeMethod: false,
	retryAfter: true,
	createMs: 5 * minute,
	restoreMs: 8 * minute,
	restoreStartsAfterMs: 0,
	deleteTakesMs: 0,
	firstSnapshotId: 801,
	limit: 5,
	createAnswer: "snapshot",
	createEndsAs: "completed",
	statusWhileCreating: "in_progress",
	createSizeMb: 5120,
	statusWhileDeleting: "deleting",
	deleteInProgress: "allow",
	keepDescriptions: true,
	longestText: Number.POSITIVE_INFINITY,
	longerText: "refuse",
	afterRestore: "active",
	powerAnswer: "message",
	powerStartsAfterMs: 0,
	stopTakesMs: 20 * second,
	startTakesMs: 40 * second,
	statusWhileStopping: "stopping",
	statusWhenStopped: "stopped",
	statusWhileStarting: "starting",
	statusWhenStarted: "active",
	startWhileSnapshotting: "allow",
	repeatedPower: "refuse",
	snapshotListLagMs: 0,
	serverListLagMs: 0,
	listOrder: "newest",
	largestPage: 100,
	bareLists: false,
	nextMissing: false,
	nextLoops: false,
	countAhead: 0,
	unstableReadings: 0,
	idOffset: 0n,
	ownerAs: "object",
	addressAs: "list",
	dateHeader: true,
	clockSkewMs: 0
};
const documented = {
	manners: "documented",
	permissions: ["servers", "snapshots"],
	createInList: "offered",
	createAtServer: "absent",
	power: "absent",
	timeFormat: "seconds"
};
const both = {
	manners: "framework",
	permissions: ["servers:*", "snapshots:*"],
	createInList: "offered",
	createAtServer: "offered",
	power: "offered",
	pageSize: 20,
	timeFormat: "microseconds"
};
const ofForm = {
	documented,
	client: {
		...both,
		createInList: "method"
	},
	both
};
function settle(options) {
	const settings = {
		...defaults,
		...ofForm[options.form ?? defaults.form],
		...options
	};
	return {
		errorBody: settings.manners === "framework" ? "framework" : "detail",
		...settings
	};
}
function forServer(value, serverId) {
	return typeof value === "function" ? value(serverId) : value;
}
// rehearsal/api/timeline.ts
function always(value) {
	return [{
		from: Number.NEGATIVE_INFINITY,
		value
	}];
}
function changeAt(timeline, at) {
	return timeline.findLast((change) => change.from <= at);
}
function valueAt(timeline, at) {
	return changeAt(timeline, at)?.value;
}
function valuesFrom(timeline, at) {
	const current = changeAt(timeline, at);
	return timeline.filter((change) => change === current || change.from > at).map((change) => change.value);
}
function replan(timeline, now, ...future) {
	return [...timeline.filter((change) => change.from <= now), ...future];
}
// rehearsal/api/state.ts
const completeWords = [
	"completed",
	"complete",
	"success",
	"available",
	"ready",
	"done",
	"finished"
];
const usualSizeMb = 5120;
function emptyState(nextSnapshotId) {
	return {
		servers: new Map(),
		snapshots: new Map(),
		restores: [],
		deletions: [],
		powerActions: [],
		nextSnapshotId,
		admitted: [],
		readings: new Map()
	};
}
function addServer(state, seed) {
	const { status = "active", ip_address = "203.0.113.10", created_at = "2025-01-01T00:00:00Z", ...rest } = seed;
	const number = String(seed.id).padStart(2, "0");
	state.servers.set(seed.id, {
		name: `web-server-${number}`,
		hostname: `web${number}.example.com`,
		ipv6_address: "",
		location: "us-west",
		plan: {
			id: 1,
			name: "Standard"
		},
		os: {
			id: 1,
			name: "Ubuntu 24.04"
		},
		...rest,
		createdAt: milliseconds(created_at),
		status: always(status),
		address: always(ip_address)
	});
}
function addSnapshot(state, seed, now) {
	const server = state.servers.get(seed.server);
	if (!server) throw new Error(`There is no server ${seed.server} to have a snapshot`);
	const id = seed.id ?? state.nextSnapshotId;
	if (state.snapshots.has(id)) throw new Error(`There is a snapshot ${id} already`);
	const { name = `snapshot-${id}`, status = "completed", description = "", created_at = now } = seed;
	const createdAt = milliseconds(created_at);
	const phase = [{
		from: createdAt,
		value: {
			status,
			size_mb: seed.size_mb === void 0 ? sizeWhen(status) : seed.size_mb
		}
	}];
	const madeWhile = valueAt(server.status, createdAt) ?? "";
	state.snapshots.set(id, {
		id,
		server: seed.server,
		name,
		description,
		createdAt,
		madeWhile,
		phase
	});
	state.nextSnapshotId = Math.max(state.nextSnapshotId, id + 1);
	return id;
}
function existing(records, id) {
	const record = records.get(id);
	if (record === void 0) throw new Error(`There is nothing with the id ${id}`);
	return record;
}
function isComplete(status) {
	return completeWords.includes(status);
}
function sizeWhen(status, sizeMb = usualSizeMb) {
	return isComplete(status) ? sizeMb : null;
}
function milliseconds(moment) {
	const time = new Date(moment).getTime();
	if (Number.isNaN(time)) throw new Error(`${String(moment)} is no moment`);
	return time;
}
// rehearsal/api/events.ts
function beginSnapshot({ state, settings, now }, wanted) {
	const id = addSnapshot(state, {
		...wanted,
		status: settings.statusWhileCreating,
		size_mb: null
	}, now);
	const snapshot = existing(state.snapshots, id);
	const end = forServer(settings.createEndsAs, wanted.server);
	const from = now + forServer(settings.createMs, wanted.server);
	const size_mb = sizeWhen(end, forServer(settings.createSizeMb, wanted.server));
	snapshot.phase = replan(snapshot.phase, now, {
		from,
		value: {
			status: end,
			size_mb
		}
	});
	return snapshot;
}
function setSnapshotStatus({ state, now }, id, status) {
	const snapshot = existing(state.snapshots, id);
	snapshot.phase = replan(snapshot.phase, now, {
		from: now,
		value: {
			status,
			size_mb: sizeWhen(status)
		}
	});
}
function removeSnapshot({ state, now }, id) {
	const snapshot = existing(state.snapshots, id);
	snapshot.phase = replan(snapshot.phase, now, {
		from: now,
		value: void 0
	});
}
function beginDeletion(instant, id) {
	const { state, settings, now } = instant;
	const { deleteTakesMs, statusWhileDeleting: status } = settings;
	const snapshot = existing(state.snapshots, id);
	const size_mb = valueAt(snapshot.phase, now)?.size_mb ?? null;
	const gone = {
		from: now + deleteTakesMs,
		value: void 0
	};
	snapshot.phase = replan(snapshot.phase, now, {
		from: now,
		value: {
			status,
			size_mb
		}
	}, gone);
	state.deletions.push({
		at: now,
		server: snapshot.server,
		snapshot: id
	});
}
function isBeingDeleted({ phase }, now) {
	return valuesFrom(phase, now).includes(void 0);
}
function setServerStatus({ state, now }, id, status) {
	const server = existing(state.servers, id);
	server.status = replan(server.status, now, {
		from: now,
		value: status
	});
}
function setServerAddress({ state, now }, id, address) {
	const server = existing(state.servers, id);
	server.address = replan(server.address, now, {
		from: now,
		value: address
	});
}
function beginRestore({ state, settings, now }, { server: id, snapshot }) {
	const server = existing(state.servers, id);
	const usual = [{
		status: "restoring",
		ms: forServer(settings.restoreMs, id)
	}];
	const future = [];
	let from = now + settings.restoreStartsAfterMs;
	for (const { status, ms } of settings.restoreStages ?? usual) {
		future.push({
			from,
			value: status
		});
		from += ms;
	}
	server.status = replan(server.status, now, ...future, {
		from,
		value: forServer(settings.afterRestore, id)
	});
	if (settings.addressAfterRestore !== void 0) server.address = replan(server.address, now, {
		from,
		value: forServer(settings.addressAfterRestore, id)
	});
	state.restores.push({
		at: now,
		server: id,
		snapshot
	});
}
function canBeRestored({ status }, now) {
	const [current = "", ...planned] = valuesFrom(status, now);
	return !["suspended", "restoring"].includes(current) && planned.length === 0;
}
// rehearsal/api/ids.ts
function uuidOf(id) {
	return `${(Math.imul(id, 2654435761) >>> 0).toString(16).padStart(8, "0")}-5eed-4afe-9abc-${String(id).padStart(12, "0")}`;
}
function shownIds(settings, id) {
	const { form } = settings;
	return {
		...form !== "client" && { id: shownInteger(settings, id) },
		...form !== "documented" && { uuid: uuidOf(id) }
	};
}
function shownInteger({ idOffset }, id) {
	const shown = idOffset + BigInt(id);
	return shown > Number.MAX_SAFE_INTEGER ? shown : Number(shown);
}
function idPattern({ form }) {
	const integer = "\\d+";
	const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
	return {
		documented: integer,
		client: uuid,
		both: `${integer}|${uuid}`
	}[form];
}
function readId(settings, text) {
	if (!new RegExp(`^(?:${idPattern(settings)})$`).test(text)) return void 0;
	if (/^\d+$/.test(text)) return Number(BigInt(text) - settings.idOffset);
	const id = Number(text.slice(-12));
	return uuidOf(id) === text ? id : NaN;
}
// rehearsal/api/refusals.ts
function worded({ settings }, status, text) {
	return settings.manners === "framework" ? problem(status, text) : problem(status);
}
function noSuchPath() {
	return {
		status: 404,
		html: page$1("Not Found", "The requested resource was not found on this server.")
	};
}
function brokenDown() {
	return {
		status: 500,
		html: page$1("Server Error (500)", "")
	};
}
function noSuch(call, kind) {
	return worded(call, 404, `No ${kind} matches the given query.`);
}
function unauthorized(call) {
	return {
		...worded(call, 401, call.headers.authorization ? "Invalid token." : "Authentication credentials were not provided."),
		headers: { "www-authenticate": "Bearer" }
	};
}
function forbidden(call) {
	return worded(call, 403, "You do not have permission to perform this action.");
}
function notAllowed(call, methods) {
	if (call.settings.permissionBeforeMethod) return forbidden(call);
	return {
		...worded(call, 405, `Method "${call.method}" not allowed.`),
		headers: { allow: methods.join(", ") }
	};
}
function throttled({ settings }, waitMs) {
	const seconds = Math.ceil(waitMs / 1e3);
	return {
		...problem(429, `Request was throttled. Expected available in ${seconds} second${seconds === 1 ? "" : "s"}.`),
		headers: settings.retryAfter ? { "retry-after": String(seconds) } : {}
	};
}
function wrongFields(call, fields, documented) {
	if (call.settings.manners === "framework") return problem(400, "Invalid input.", fields);
	const [first] = Object.keys(fields);
	return problem(400, documented, first === void 0 ? void 0 : { [first]: documented });
}
function page$1(title, text) {
	return `<!doctype html>\n<html lang="en">\n<head>\n  <title>${title}</title>\n</head>\n<body>\n  <h1>${title}</h1><p>${text}</p>\n</body>\n</html>\n`;
}
// rehearsal/api/sent.ts
function sentFields(call) {
	const type = call.headers["content-type"] ?? "";
	const isJson = /^application\/json\b/.test(type);
	if (call.settings.manners === "documented") return isJson ? { fields: fieldsOf(call.body) } : problem(415);
	if (call.body === "") return { fields: {} };
	if (!isJson) return problem(415, `Unsupported media type "${type}" in request.`);
	const value = parsed(call.body);
	if (value === call.body) return problem(400, "JSON parse error - Expecting value: line 1 column 1 (char 0)");
	if (typeof value === "object" && value !== null && !Array.isArray(value)) return { fields: { ...value } };
	const text = "Invalid data. Expected a dictionary.";
	return problem(400, text, { non_field_errors: text });
}
function unwantedBody({ settings, body }) {
	if (body === "" || settings.manners === "framework") return void 0;
	return problem(400, "This request takes no body");
}
function digitsOf(body, field) {
	return new RegExp(`"${field}"\\s*:\\s*(\\d+)\\s*[,}]`).exec(body)?.[1];
}
// rehearsal/api/times.ts
const offsetMs = 72e5;
function tell(at, { clockSkewMs, timeFormat }) {
	const exact = (ms) => new Date(ms).toISOString().replace("Z", "000");
	const time = at + clockSkewMs;
	switch (timeFormat) {
		case "seconds": return new Date(time).toISOString().replace(/\.\d+Z$/, "Z");
		case "microseconds": return `${exact(time)}Z`;
		case "offset": return `${exact(time + offsetMs)}+02:00`;
		case "naive": return exact(time);
	}
}
// rehearsal/api/views.ts
function snapshotsAt(instant) {
	const oldestFirst = [...instant.state.snapshots.values()].sort((a, b) => a.createdAt - b.createdAt || a.id - b.id).flatMap((snapshot) => viewOfSnapshot(instant, snapshot) ?? []);
	return instant.settings.listOrder === "oldest" ? oldestFirst : oldestFirst.reverse();
}
function viewOfSnapshot({ state, settings, now }, { id, server, name, description, createdAt, phase }) {
	const current = valueAt(phase, now);
	if (current === void 0) return void 0;
	return {
		id,
		server: {
			id: server,
			name: state.servers.get(server)?.name ?? ""
		},
		name,
		...current,
		created_at: tell(createdAt, settings),
		description: settings.keepDescriptions ? description : ""
	};
}
function serversAt(instant) {
	return [...instant.state.servers.values()].map((server) => viewOfServer(instant, server));
}
function viewOfServer({ settings, now }, { createdAt, status, address, ...rest }) {
	const { id, name, hostname, location, plan, os } = rest;
	const current = changeAt(status, now) ?? {
		from: createdAt,
		value: ""
	};
	return {
		id,
		name,
		hostname,
		status: current.value,
		ip_address: valueAt(address, now) ?? "",
		location,
		plan,
		os,
		created_at: tell(createdAt, settings),
		updated_at: tell(Math.max(createdAt, current.from), settings)
	};
}
// rehearsal/api/power.ts
const actions = [
	"start",
	"stop",
	"restart",
	"hard_stop"
];
const switchPower = (call, id) => {
	const { state, settings, now } = call;
	if (settings.power === "refused") return forbidden(call);
	const server = state.servers.get(id);
	if (!server) return noSuch(call, "Server");
	const sent = sentFields(call);
	if ("problem" in sent) return sent;
	const { action } = sent.fields;
	if (!isAction(action)) return wrongFields(call, { action: fault(action) }, "Invalid parameters");
	const objection = objectionTo(call, server, action);
	if (objection) return objection;
	state.powerActions.push({
		at: now,
		server: id,
		action
	});
	if (settings.power === "offered" && !isRepeated(call, server, action)) changePower(call, id, action);
	return accepted(call, action);
};
function changePower({ state, settings, now }, id, action) {
	const server = existing(state.servers, id);
	const future = [];
	let from = now + settings.powerStartsAfterMs;
	if (action === "stop" || action === "restart") {
		future.push({
			from,
			value: settings.statusWhileStopping
		});
		from += forServer(settings.stopTakesMs, id);
	}
	if (action !== "start") future.push({
		from,
		value: settings.statusWhenStopped
	});
	if (action === "start" || action === "restart") {
		future.push({
			from,
			value: settings.statusWhileStarting
		});
		from += forServer(settings.startTakesMs, id);
		future.push({
			from,
			value: settings.statusWhenStarted
		});
	}
	server.status = replan(server.status, now, ...future);
}
function objectionTo(call, server, action) {
	const { settings, now } = call;
	if ((valueAt(server.status, now) ?? "") === "suspended") return problem(403, "Server is suspended.");
	if (valuesFrom(server.status, now).includes("restoring")) return problem(409, "Server is being restored.");
	if (action === "start" && settings.startWhileSnapshotting === "refuse" && isSnapshotted(call, server.id)) return problem(409, "Server is busy: a snapshot is being created.");
	if (settings.repeatedPower === "allow" || !isRepeated(call, server, action)) return void 0;
	return problem(400, `Server is already ${action === "start" ? "running" : "stopped"}.`);
}
function isRepeated({ settings, now }, server, action) {
	const end = valuesFrom(server.status, now).at(-1) ?? "";
	if (action === "start") return ["active", settings.statusWhenStarted].includes(end);
	return action === "stop" && ["stopped", settings.statusWhenStopped].includes(end);
}
function isSnapshotted(call, server) {
	const busy = ["in_progress", call.settings.statusWhileCreating];
	return snapshotsAt(call).some((one) => one.server.id === server && busy.includes(one.status));
}
function isAction(action) {
	return actions.includes(action);
}
function fault(action) {
	return action === void 0 ? "This field is required." : `"${String(action)}" is not a valid choice.`;
}
function accepted({ settings }, action) {
	if (settings.powerAnswer === "empty") return { status: 204 };
	return {
		status: settings.powerAnswer === "accepted" ? 202 : 200,
		json: {
			status: "success",
			message: `Power action "${action}" initiated.`
		}
	};
}
// rehearsal/api/account.ts
const showAccount = ({ settings }) => ({
	status: 200,
	json: {
		account: {
			id: 1,
			email: "owner@example.com",
			first_name: "Olivia",
			last_name: "Owner"
		},
		token: {
			name: "github-actions",
			permissions: settings.permissions
		}
	}
});
// rehearsal/api/pages.ts
const pageParameters = ["page", "page_size"];
function isPaged({ pageSize, nextLoops, countAhead }) {
	return pageSize !== void 0 || nextLoops || countAhead > 0;
}
function page(call, entries) {
	const { nextLoops, nextMissing, countAhead } = call.settings;
	const size = sizeFor(call, entries.length);
	const current = Number(call.query.get("page") ?? 1);
	const last = Math.max(1, Math.ceil(entries.length / (size || 1)));
	if (!Number.isInteger(current) || current < 1 || current > last) return problem(404, "Invalid page.");
	const follower = nextLoops ? current : current + 1;
	const links = {
		next: follower > last ? null : link(call, follower),
		previous: current === 1 ? null : link(call, current - 1)
	};
	const count = entries.length + countAhead;
	const results = entriesOn(call, entries, {
		current,
		size
	});
	return {
		status: 200,
		json: {
			count,
			...!nextMissing && links,
			results
		}
	};
}
function sizeFor({ settings, query }, all) {
	const asked = Number(query.get("page_size"));
	if (Number.isInteger(asked) && asked > 0) return Math.min(asked, settings.largestPage);
	return Math.min(settings.pageSize ?? all, all);
}
function entriesOn(call, entries, { current, size }) {
	const from = (current - 1) * size;
	const to = Math.min(from + size, entries.length);
	const { readings } = call.state;
	if (current === 1) readings.set(call.path, (readings.get(call.path) ?? 0) + 1);
	return current === 1 || (readings.get(call.path) ?? 1) > call.settings.unstableReadings ? entries.slice(from, to) : entries.slice(from - 1, to - 1);
}
function link({ settings, headers, path, query }, number) {
	const parameters = new URLSearchParams(query);
	parameters.set("page", String(number));
	return `${settings.nextOrigin ?? originOf(headers.host)}${settings.basePath}${path}?${parameters}`;
}
function originOf(host = "admin.vps.org") {
	return `${/^(localhost|127\.|\[::1\])/.test(host) ? "http" : "https"}://${host}`;
}
// rehearsal/api/lists.ts
function list(call, { entries, filters, show }) {
	const { settings } = call;
	const ignoresUnknown = settings.manners === "framework";
	let wanted = entries;
	for (const [name, text] of call.query) {
		if (!(name in filters) && (ignoresUnknown || isPaged(settings) && pageParameters.includes(name))) continue;
		const filter = filters[name]?.(text);
		if (!filter) return wrongFields(call, { [name]: "Enter a number." }, "Invalid parameters");
		wanted = wanted.filter(filter);
	}
	if (settings.bareLists) return {
		status: 200,
		json: wanted.map(show)
	};
	if (isPaged(settings)) return page(call, wanted.map(show));
	return {
		status: 200,
		json: {
			count: wanted.length,
			results: wanted.map(show)
		}
	};
}
// rehearsal/api/wire.ts
function shownSnapshot(instant, view) {
	const { settings } = instant;
	const { id, name, description, status, size_mb, created_at } = view;
	return {
		...shownIds(settings, id),
		...shownOwner(instant, view.server.id),
		...shownNames(instant, name),
		status,
		size_mb,
		created_at,
		...settings.form !== "client" && { description }
	};
}
function shownRestore(instant, { id, name, created_at, server }) {
	return {
		snapshot: {
			...shownIds(instant.settings, id),
			...shownNames(instant, name),
			created_at
		},
		server: {
			...briefServer(instant, server.id),
			status: "restoring"
		}
	};
}
function shownServer(instant, view) {
	const { settings } = instant;
	if (settings.form === "documented") return {
		...view,
		id: shownInteger(settings, view.id)
	};
	const { id, hostname, status, location, created_at } = view;
	return {
		...settings.form === "both" && view,
		...shownIds(settings, id),
		hostname,
		status,
		...shownAddresses(instant, view),
		location_name: location,
		plan_name: nameIn(view.plan),
		os_name: nameIn(view.os),
		deployed: true,
		created_at
	};
}
function shownServerWhole(instant, view) {
	return {
		...shownServer(instant, view),
		location: { name: view.location },
		plan: view.plan,
		operating_system: view.os
	};
}
function shownOwner(instant, server) {
	const { form, ownerAs } = instant.settings;
	const id = form === "client" ? uuidOf(server) : shownInteger(instant.settings, server);
	switch (ownerAs) {
		case "object": return { server: briefServer(instant, server) };
		case "plain": return { server: id };
		case "field": return {
			...form !== "client" && { server_id: id },
			...form !== "documented" && { server_uuid: uuidOf(server) }
		};
		case "none": return {};
	}
}
function briefServer({ state, settings }, id) {
	const { name, hostname } = existing(state.servers, id);
	const { form } = settings;
	return {
		...shownIds(settings, id),
		...form !== "client" && { name },
		...form !== "documented" && { hostname }
	};
}
function shownNames({ settings: { form } }, name) {
	return {
		...form !== "client" && { name },
		...form !== "documented" && { label: name }
	};
}
function shownAddresses({ state, settings }, { id, ip_address }) {
	const all = [ip_address, existing(state.servers, id).ipv6_address].filter((address) => address !== "");
	const ipv4_addresses = all.filter((address) => !address.includes(":"));
	const ipv6_addresses = all.filter((address) => address.includes(":"));
	switch (settings.addressAs) {
		case "list": return {
			ipv4_addresses,
			ipv6_addresses
		};
		case "text": return {
			ipv4_addresses: ipv4_addresses.join(),
			ipv6_addresses: ipv6_addresses.join()
		};
		default: return { [settings.addressAs]: ip_address };
	}
}
function nameIn(value) {
	return typeof value === "object" && value !== null && "name" in value ? String(value.name) : "";
}
// rehearsal/api/servers.ts
const listServers = (call) => {
	const { settings, now } = call;
	if (settings.serversForbidden) return forbidden(call);
	return list(call, {
		entries: serversAt({
			...call,
			now: now - settings.serverListLagMs
		}),
		filters: {
			status: (text) => (server) => server.status === text,
			location: (text) => (server) => server.location === text
		},
		show: (view) => shownServer(call, view)
	});
};
const showServer = (call, id) => {
	const { settings, now } = call;
	if (settings.serversForbidden) return forbidden(call);
	const server = serversAt({
		...call,
		now: now - settings.serverListLagMs
	}).find((one) => one.id === id);
	return server ? {
		status: 200,
		json: shownServerWhole(call, server)
	} : noSuch(call, "Server");
};
// rehearsal/api/new-snapshot.ts
const required = "This field is required.";
const noName = "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.";
function readNewSnapshot(call, fields) {
	const { server_id, name, description = "", ...others } = fields;
	const { settings } = call;
	const server = serverIn(call, server_id);
	const faults = {
		...typeof server === "string" && { server_id: server },
		...faultOf("name", nameFault(name)),
		...faultOf("description", textFault(settings, description)),
		...settings.manners === "documented" && unknownIn(others)
	};
	if (Object.keys(faults).length > 0) return { wrong: faults };
	return {
		server: Number(server),
		name: String(name),
		description: kept(settings, String(description))
	};
}
function readLabel(call, fields) {
	const { label, ...others } = fields;
	const { settings } = call;
	const faults = {
		...label !== void 0 && faultOf("label", labelFault(settings, label)),
		...settings.manners === "documented" && unknownIn(others)
	};
	if (Object.keys(faults).length > 0) return { wrong: faults };
	return { label: typeof label === "string" ? kept(settings, label) : void 0 };
}
function serverIn({ settings, body }, sent) {
	if (sent === void 0) return required;
	const text = typeof sent === "string" && (settings.manners === "framework" || !/^\d+$/.test(sent)) ? sent : typeof sent === "number" ? digitsOf(body, "server_id") : void 0;
	const noId = settings.form === "client" ? "Must be a valid UUID." : "A valid integer is required.";
	return (text === void 0 ? void 0 : readId(settings, text)) ?? noId;
}
function nameFault(name) {
	if (name === void 0) return required;
	return typeof name === "string" && /^[A-Za-z0-9_-]+$/.test(name) ? void 0 : noName;
}
function labelFault(settings, label) {
	return label === "" ? "This field may not be blank." : textFault(settings, label);
}
function textFault({ longestText, longerText, refusedText }, text) {
	if (text === null) return "This field may not be null.";
	if (typeof text !== "string") return "Not a valid string.";
	if (longerText === "refuse" && [...text].length > longestText) return `Ensure this field has no more than ${longestText} characters.`;
	return refusedText && text.search(refusedText) >= 0 ? "Enter a valid value." : void 0;
}
function kept({ longestText }, text) {
	return [...text].slice(0, longestText).join("");
}
function faultOf(field, fault) {
	return fault === void 0 ? {} : { [field]: fault };
}
function unknownIn(fields) {
	return Object.fromEntries(Object.keys(fields).map((name) => [name, "Unknown field."]));
}
// rehearsal/api/snapshots.ts
const listSnapshots = (call) => {
	const { settings, now } = call;
	return list(call, {
		entries: snapshotsAt({
			...call,
			now: now - settings.snapshotListLagMs
		}),
		filters: { server_id: (text) => {
			const id = readId(settings, text);
			return id === void 0 ? void 0 : ({ server }) => server.id === id;
		} },
		show: (view) => shownSnapshot(call, view)
	});
};
const refusedToCreate = "Invalid parameters or snapshot limit reached";
const refusedToRestore = "Server is not in a valid state for restoration";
const creating = "Snapshot is being created. This may take 3-10 minutes depending on server size.";
const createSnapshot = (call) => {
	const { createInList } = call.settings;
	if (createInList === "wrongField") return problem(400, refusedToCreate, { server_id: "A valid integer is required." });
	if (createInList === "refused") return forbidden(call);
	if (createInList === "absent") return noSuchPath();
	const sent = sentFields(call);
	if ("problem" in sent) return sent;
	const wanted = readNewSnapshot(call, sent.fields);
	if ("wrong" in wanted) return wrongFields(call, wanted.wrong, refusedToCreate);
	if (!call.state.servers.has(wanted.server)) return problem(404, "Server does not exist");
	const made = make(call, wanted);
	if ("refusal" in made) return made.refusal;
	return {
		status: 201,
		json: {
			...shownSnapshot(call, made.snapshot),
			message: creating
		}
	};
};
const createSnapshotOf = (call, id) => {
	if (call.settings.createAtServer === "refused") return forbidden(call);
	const server = call.state.servers.get(id);
	if (!server) return noSuch(call, "Server");
	const sent = sentFields(call);
	if ("problem" in sent) return sent;
	const read = readLabel(call, sent.fields);
	if ("wrong" in read) return wrongFields(call, read.wrong, refusedToCreate);
	const made = make(call, {
		server: id,
		name: read.label ?? `${server.hostname} ${new Date(call.now).toISOString().slice(0, 16)}`,
		description: ""
	});
	return "refusal" in made ? made.refusal : initiated(call, made.snapshot);
};
function initiated(call, snapshot) {
	const accepted = {
		status: "success",
		message: "Snapshot initiated."
	};
	switch (call.settings.createAnswer) {
		case "snapshot": return {
			status: 201,
			json: shownSnapshot(call, snapshot)
		};
		case "id": return {
			status: 201,
			json: shownIds(call.settings, snapshot.id)
		};
		case "empty": return { status: 201 };
		case "message": return {
			status: 200,
			json: accepted
		};
		case "accepted": return {
			status: 202,
			json: accepted
		};
	}
}
function make(call, wanted) {
	const { settings } = call;
	const { breakingText } = settings;
	if (breakingText && [wanted.name, wanted.description].some((text) => text.search(breakingText) >= 0)) return { refusal: brokenDown() };
	if (snapshotsAt(call).filter(({ server }) => server.id === wanted.server).length >= settings.limit) return { refusal: problem(400, refusedToCreate) };
	const record = beginSnapshot(call, wanted);
	const view = viewOfSnapshot(call, record);
	if (!view) throw new Error(`Snapshot ${record.id} was begun and is not there`);
	return { snapshot: {
		...view,
		status: settings.statusWhileCreating,
		size_mb: null
	} };
}
const restoreSnapshot = (call, id) => {
	const unwanted = unwantedBody(call);
	if (unwanted) return unwanted;
	const snapshot = find(call, id);
	if (!snapshot) return noSuch(call, "Snapshot");
	const server = existing(call.state.servers, snapshot.server.id);
	if (!isComplete(snapshot.status) || !canBeRestored(server, call.now)) return problem(400, refusedToRestore);
	beginRestore(call, {
		server: server.id,
		snapshot: id
	});
	return {
		status: 200,
		json: {
			status: "success",
			message: "Server is being restored from snapshot. This may take 5-15 minutes.",
			...shownRestore(call, snapshot)
		}
	};
};
const deleteSnapshot = (call, id) => {
	const unwanted = unwantedBody(call);
	if (unwanted) return unwanted;
	const { settings, state, now } = call;
	const snapshot = find(call, id);
	if (!snapshot) return noSuch(call, "Snapshot");
	if (["in_progress", settings.statusWhileCreating].includes(snapshot.status) && settings.deleteInProgress === "refuse") return problem(409);
	if (!isBeingDeleted(existing(state.snapshots, id), now)) beginDeletion(call, id);
	return { status: settings.deleteTakesMs === 0 ? 204 : 202 };
};
function find(call, id) {
	const snapshot = call.state.snapshots.get(id);
	return snapshot && viewOfSnapshot(call, snapshot);
}
// rehearsal/api/routes.ts
function answer(call) {
	const answered = routed(call);
	return readsJson(call.headers.accept) ? answered : browsable(answered, call.settings);
}
function routed(call) {
	const met = routeFor(call.settings, call.path);
	if (!met) return withoutRoute(call);
	if (call.headers.authorization !== `Bearer ${call.settings.token}`) return unauthorized(call);
	const waitMs = throttle(call);
	if (waitMs > 0) return throttled(call, waitMs);
	const handler = met.methods[call.method];
	if (!handler) return notAllowed(call, Object.keys(met.methods));
	const id = met.path.exec(call.path)?.[1];
	return handler(call, id === void 0 ? 0 : readId(call.settings, id) ?? NaN);
}
function routesOf(settings) {
	const { form, createInList, createAtServer, power } = settings;
	const id = `(${idPattern(settings)})`;
	return [
		...route("/snapshots/", {
			GET: listSnapshots,
			...createInList === "method" ? {} : { POST: createSnapshot }
		}),
		...route(`/snapshots/${id}/`, { DELETE: deleteSnapshot }),
		...route(`/snapshots/${id}/restore/`, { POST: restoreSnapshot }),
		...route("/servers/", { GET: listServers }),
		...form === "documented" ? [] : route(`/servers/${id}/`, { GET: showServer }),
		...offered(createAtServer, `/servers/${id}/snapshot/`, createSnapshotOf),
		...offered(power, `/servers/${id}/power/`, switchPower),
		...route("/account/me/", { GET: showAccount })
	];
}
function route(path, methods) {
	return [{
		path: new RegExp(`^${path}$`),
		methods
	}];
}
function offered(offer, path, post) {
	if (offer === "absent") return [];
	return route(path, offer === "method" ? {} : { POST: post });
}
const routes = new WeakMap();
function routeFor(settings, path) {
	const known = routes.get(settings) ?? routesOf(settings);
	routes.set(settings, known);
	return known.find((one) => one.path.test(path));
}
function withoutRoute({ settings, path, query }) {
	if (!(settings.manners === "framework" && routeFor(settings, `${path}/`))) return noSuchPath();
	const search = query.size === 0 ? "" : `?${query}`;
	return {
		status: 301,
		headers: { location: `${settings.basePath}${path}/${search}` }
	};
}
function throttle({ settings, state, now }) {
	if (!settings.throttle) return 0;
	const { requests, perMs } = settings.throttle;
	state.admitted = state.admitted.filter((at) => at > now - perMs);
	const oldest = state.admitted.at(-requests);
	if (oldest !== void 0) return oldest + perMs - now;
	state.admitted.push(now);
	return 0;
}
function readsJson(accept = "*/*") {
	return /application\/(json|\*)|\*\/\*/.test(accept);
}
function browsable(answered, { errorBody }) {
	const { status, body, headers } = render(answered, errorBody);
	if (!headers["content-type"]?.startsWith("application/json")) return answered;
	return {
		status,
		html: `<!DOCTYPE html>\n<html>\n<head><title>Django REST framework</title></head>\n<body><pre>HTTP ${status}\n\n${body.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</pre></body>\n</html>\n`
	};
}
// rehearsal/api/api.ts
var Api = class extends Fake {
	#settings;
	constructor(options = {}) {
		const settings = settle(options);
		super(emptyState(settings.firstSnapshotId), {
			...settings,
			root: settings.basePath
		});
		this.#settings = settings;
	}
	async handle(request, sleep) {
		const handled = await super.handle(request, sleep);
		if (typeof handled === "string" || !this.#settings.dateHeader) return handled;
		const date = new Date(this.now + this.#settings.clockSkewMs).toUTCString();
		return {
			...handled,
			headers: {
				date,
				...handled.headers
			}
		};
	}
	addServer(server) {
		addServer(this.state, server);
	}
	addSnapshot(snapshot) {
		return addSnapshot(this.state, snapshot, this.now);
	}
	removeSnapshot(id) {
		removeSnapshot(this.#instant, id);
	}
	setSnapshotStatus(id, status) {
		setSnapshotStatus(this.#instant, id, status);
	}
	setServerStatus(id, status) {
		setServerStatus(this.#instant, id, status);
	}
	setServerAddress(id, address) {
		setServerAddress(this.#instant, id, address);
	}
	stopServer(id) {
		changePower(this.#instant, id, "stop");
	}
	startServer(id) {
		changePower(this.#instant, id, "start");
	}
	restartServer(id) {
		changePower(this.#instant, id, "restart");
	}
	startRestore(serverId) {
		beginRestore(this.#instant, {
			server: serverId,
			snapshot: void 0
		});
	}
	shownId(id) {
		return this.#settings.form === "client" ? uuidOf(id) : String(shownInteger(this.#settings, id));
	}
	snapshots() {
		return snapshotsAt(this.#instant);
	}
	servers() {
		return serversAt(this.#instant);
	}
	answer(call) {
		return answer({
			...call,
			settings: this.#settings
		});
	}
	get #instant() {
		return {
			state: this.state,
			settings: this.#settings,
			now: this.now
		};
	}
};
// rehearsal/api/start.ts
async function startApi({ options, servers, snapshots = [], faults = [] }, port) {
	const api = new Api(options);
	for (const server of servers) api.addServer(server);
	for (const snapshot of snapshots) api.addSnapshot(snapshot);
	for (const fault of faults) api.fail(fault);
	return {
		api,
		...await serve(api, port === void 0 ? {} : { port })
	};
}
// rehearsal/runner/commands.ts
const known = new Set([...[
	"error",
	"warning",
	"notice",
	"debug",
	"group",
	"endgroup",
	"add-mask",
	"set-output",
	"save-state"
], ...[
	"set-env",
	"add-path",
	"add-matcher",
	"remove-matcher",
	"echo",
	"stop-commands",
	"internal-set-repo-path"
]]);
var CommandReader = class {
	#stopToken;
	read(line) {
		const text = {
			kind: "text",
			text: line
		};
		if (this.#stopToken !== void 0) {
			if (line.trim() !== `::${this.#stopToken}::`) return text;
			this.#stopToken = void 0;
			return {
				kind: "other",
				command: "resume"
			};
		}
		const said = modern(line) ?? old(line);
		if (!said) return text;
		if (said.name === "stop-commands") this.#stopToken = said.data;
		return eventOf(said);
	}
};
function eventOf({ name, properties, data }) {
	switch (name) {
		case "error":
		case "warning":
		case "notice": return {
			kind: "annotation",
			level: name,
			...properties.title && { title: properties.title },
			message: data
		};
		case "group": return {
			kind: "group",
			title: data
		};
		case "endgroup": return { kind: "endgroup" };
		case "add-mask": return {
			kind: "mask",
			value: data
		};
		case "debug": return {
			kind: "debug",
			message: data
		};
		case "set-output":
		case "save-state": return {
			kind: name,
			name: properties.name ?? "",
			value: data
		};
		default: return {
			kind: "other",
			command: name
		};
	}
}
const inData = {
	"%0D": "\r",
	"%0A": "\n",
	"%25": "%"
};
function modern(line) {
	const [, head, data = ""] = /^\s*::(.+?)::(.*)$/s.exec(line) ?? [];
	if (head === void 0) return void 0;
	return command(head, propertiesOf(head, ",", {
		...inData,
		"%3A": ":",
		"%2C": ","
	}), decode(data, inData));
}
function old(line) {
	const [, head, data = ""] = /##\[([^\]]+)\](.*)$/s.exec(line) ?? [];
	if (head === void 0) return void 0;
	const escapes = {
		...inData,
		"%3B": ";",
		"%5D": "]"
	};
	return command(head, propertiesOf(head, ";", escapes), decode(data, escapes));
}
function command(head, properties, data) {
	const name = head.replace(/ .*/s, "").toLowerCase();
	return known.has(name) ? {
		name,
		properties,
		data
	} : void 0;
}
function propertiesOf(head, separator, escapes) {
	const pairs = head.slice(head.indexOf(" ") + 1).split(separator);
	return Object.fromEntries(pairs.flatMap((pair) => {
		const [, key, value = ""] = /^\s*([^=]+)=(.*)$/.exec(pair) ?? [];
		return key ? [[key.trim().toLowerCase(), decode(value, escapes)]] : [];
	}));
}
function decode(text, escapes) {
	return text.replace(/%[0-9A-F]{2}/g, (sequence) => escapes[sequence] ?? sequence);
}
// rehearsal/runner/display.ts
const colourOf = {
	error: 31,
	warning: 33,
	notice: 36
};
var Display = class {
	#write;
	#colours;
	#debug;
	#masks = [];
	#commands = new CommandReader();
	#indent = "";
	constructor(options = {}) {
		this.#write = options.write ?? ((line) => console.log(line));
		this.#colours = options.colours ?? (process.stdout.isTTY === true && !process.env.NO_COLOR);
		this.#debug = options.debug ?? false;
		for (const value of options.masks ?? []) this.#mask(value);
	}
	step(title) {
		this.#commands = new CommandReader();
		this.#indent = "";
		this.#print(this.#paint(1, title));
	}
	line = (raw) => {
		const event = this.#commands.read(raw);
		switch (event.kind) {
			case "text":
				this.#print(event.text);
				break;
			case "annotation": {
				const text = [
					`${event.level[0]?.toUpperCase()}${event.level.slice(1)}:`,
					event.title && `${event.title}:`,
					event.message
				].filter(Boolean).join(" ");
				this.#print(text, colourOf[event.level]);
				break;
			}
			case "group":
				this.#indent = "";
				this.#print(`▸ ${event.title}`);
				this.#indent = "  ";
				break;
			case "endgroup":
				this.#indent = "";
				break;
			case "mask":
				this.#mask(event.value);
				break;
			case "debug": if (this.#debug) this.#print(`debug: ${event.message}`, 35);
		}
	};
	#print(text, colour) {
		const masked = this.#masks.reduce((shown, secret) => shown.replaceAll(secret, "***"), text);
		for (const line of masked.split(/\r?\n/)) this.#write(this.#indent + (colour ? this.#paint(colour, line) : line));
	}
	#paint(colour, text) {
		return this.#colours ? `\u001b[${colour}m${text}\u001b[0m` : text;
	}
	#mask(value) {
		this.#masks.push(...[value, ...value.split(/\r?\n/)].filter((secret) => secret.trim() !== ""));
		this.#masks.sort((a, b) => b.length - a.length);
	}
};
// rehearsal/runner/environment.ts
function environmentOf(surroundings, home) {
	const temp = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(home, "temp");
	const workspace = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(home, "workspace");
	const eventPath = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(home, "event.json");
	for (const folder of [temp, workspace]) (0,node_fs__WEBPACK_IMPORTED_MODULE_4__.mkdirSync)(folder);
	(0,node_fs__WEBPACK_IMPORTED_MODULE_4__.writeFileSync)(eventPath, JSON.stringify(surroundings.event ?? {}));
	return {
		PATH: surroundings.path ?? process.env.PATH ?? "",
		...process.env.SystemRoot && { SystemRoot: process.env.SystemRoot },
		CI: "true",
		GITHUB_ACTIONS: "true",
		...runVariables(surroundings),
		GITHUB_EVENT_PATH: eventPath,
		GITHUB_WORKSPACE: workspace,
		RUNNER_TEMP: temp,
		RUNNER_NAME: "rehearsal",
		RUNNER_OS: {
			win32: "Windows",
			darwin: "macOS"
		}[process.platform] ?? "Linux",
		...surroundings.debug && { RUNNER_DEBUG: "1" }
	};
}
function githubOf(surroundings) {
	return Object.fromEntries(Object.entries(runVariables(surroundings)).map(([name, value]) => [name.replace("GITHUB_", "").toLowerCase(), value]));
}
function runVariables(surroundings) {
	const { repository = "octo-org/web", sha = "c0ffee".padEnd(40, "0"), actor = "octocat" } = surroundings;
	return {
		GITHUB_REPOSITORY: repository,
		GITHUB_REPOSITORY_OWNER: repository.split("/")[0] ?? "",
		GITHUB_RUN_ID: String(surroundings.runId ?? 4242),
		GITHUB_RUN_NUMBER: "7",
		GITHUB_RUN_ATTEMPT: String(surroundings.attempt ?? 1),
		GITHUB_SHA: sha,
		GITHUB_REF: "refs/heads/main",
		GITHUB_REF_NAME: "main",
		GITHUB_ACTOR: actor,
		GITHUB_WORKFLOW: surroundings.workflow ?? "deploy",
		GITHUB_JOB: surroundings.job ?? "deploy",
		GITHUB_EVENT_NAME: surroundings.eventName ?? "push",
		GITHUB_SERVER_URL: surroundings.serverUrl ?? "https://github.com",
		GITHUB_API_URL: surroundings.apiUrl ?? "http://127.0.0.1:9"
	};
}
// rehearsal/runner/contexts.ts
var ExpressionError = class extends Error {};
const path = /^[a-z_][\w-]*(\.[a-z_][\w-]*)+$/i;
function evaluate(text, contexts) {
	return text.replace(/\$\{\{(.*?)\}\}/gs, (_, source) => lookUp(source.trim(), contexts));
}
function lookUp(source, contexts) {
	if (!path.test(source)) throw new Error(`this stand-in cannot evaluate \${{ ${source} }}`);
	const [context = "", ...keys] = source.split(".");
	if (!Object.hasOwn(contexts, context)) throw new Error(`there is no context "${context}" in \${{ ${source} }}`);
	const value = [context, ...keys].reduce(property, contexts);
	return typeof value === "string" ? value : "";
}
function property(value, key) {
	return typeof value === "object" && value !== null ? value[key] : void 0;
}
// rehearsal/runner/manifest.ts
function inputVariables({ inputs = {} }, values, contexts) {
	const defaults = Object.entries(inputs).map(([name, input]) => [name, String(input.default ?? "")]);
	return Object.fromEntries(Object.entries({
		...Object.fromEntries(defaults),
		...values
	}).map(([name, value]) => [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, evaluated(value, contexts)]));
}
function evaluated(value, contexts) {
	return typeof value === "function" ? value(contexts) : evaluate(value, contexts);
}
function postRuns({ runs }, { job }) {
	return (runs["post-if"] ?? "always()").split("||").map((condition) => condition.trim()).some((condition) => {
		const [, name] = /^(always|success|failure|cancelled)\(\)$/.exec(condition) ?? [];
		if (!name) throw new Error(`this stand-in cannot evaluate post-if: ${condition}`);
		return name === "always" || name === job.status;
	});
}
// rehearsal/runner/script.ts
function bash({ script, shell, folder = "." }, { contexts, home, workspace }) {
	const file = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_fs__WEBPACK_IMPORTED_MODULE_4__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(home, "script-")), "script.sh");
	(0,node_fs__WEBPACK_IMPORTED_MODULE_4__.writeFileSync)(file, evaluated(script, contexts));
	return {
		command: "bash",
		args: [...shell ? [
			"--noprofile",
			"--norc",
			"-eo",
			"pipefail"
		] : ["-e"], file],
		cwd: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(workspace, folder),
		leads: true
	};
}
// rehearsal/runner/command-files.ts
const largestSummary = 1048576;
const names = [
	"OUTPUT",
	"STATE",
	"ENV",
	"PATH",
	"STEP_SUMMARY"
];
function createCommandFiles(folder) {
	return Object.fromEntries(names.map((name) => {
		const file = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name.toLowerCase());
		(0,node_fs__WEBPACK_IMPORTED_MODULE_4__.writeFileSync)(file, "");
		return [`GITHUB_${name}`, file];
	}));
}
function readCommandFiles(folder) {
	const problems = [];
	const pairs = (name) => {
		const { values, problem } = parsePairs((0,node_fs__WEBPACK_IMPORTED_MODULE_4__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name), "utf8"));
		if (problem) problems.push(`Unable to process file command '${name}' successfully. ${problem}`);
		return values;
	};
	const [outputs, state, env] = [
		pairs("output"),
		pairs("state"),
		pairs("env")
	];
	const summary = (0,node_fs__WEBPACK_IMPORTED_MODULE_4__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, "step_summary"), "utf8");
	const tooLarge = Buffer.byteLength(summary) > largestSummary;
	if (tooLarge) problems.push("$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k");
	return {
		outputs,
		state,
		env,
		summary: tooLarge ? "" : summary,
		problems
	};
}
function parsePairs(text) {
	const values = {};
	const lines = text.split(/\r?\n/);
	for (let line = lines.shift(); line !== void 0; line = lines.shift()) {
		if (line === "") continue;
		const [, name, operator, rest = ""] = /^(.*?)(=|<<)(.*)$/s.exec(line) ?? [];
		if (!name) return {
			values,
			problem: `Invalid format '${line}'`
		};
		if (operator === "=") {
			values[name] = rest;
			continue;
		}
		const end = lines.indexOf(rest);
		if (end < 0 || rest === "") return {
			values,
			problem: `Invalid value. Matching delimiter not found '${rest}'`
		};
		values[name] = lines.splice(0, end + 1).slice(0, -1).join("\n");
	}
	return { values };
}
// rehearsal/runner/step.ts
async function runPhase({ command, args, env, cwd, home, ...program }) {
	const { during, onLine, leads = false, lingerMs = usualLinger } = program;
	const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_4__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(home, "commands-"));
	const phase = {
		stdout: "",
		stderr: "",
		annotations: [],
		masks: [],
		groups: [],
		debug: []
	};
	const printed = {
		outputs: {},
		state: {}
	};
	const commands = new CommandReader();
	const variables = {
		...env,
		...createCommandFiles(folder)
	};
	const started = performance.now();
	const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_6__.spawn)(command, args, {
		cwd,
		env: variables,
		stdio: [
			"ignore",
			"pipe",
			"pipe"
		],
		detached: leads && hasGroups
	});
	const hear = (line) => {
		onLine?.(line);
		note(commands.read(line), phase, printed);
	};
	eachLine(child.stdout, hear, (chunk) => {
		phase.stdout += chunk;
	});
	eachLine(child.stderr, hear, (chunk) => {
		phase.stderr += chunk;
	});
	const ended = endOf(child, lingerMs);
	if (child.pid !== void 0) during?.(child);
	const [exitCode, signal] = await ended;
	const files = readCommandFiles(folder);
	return {
		...phase,
		...files,
		outputs: {
			...printed.outputs,
			...files.outputs
		},
		state: {
			...printed.state,
			...files.state
		},
		annotations: [...phase.annotations, ...files.problems.map((message) => ({
			level: "error",
			message
		}))],
		exitCode,
		signal,
		durationMs: performance.now() - started
	};
}
const usualLinger = 5e3;
async function endOf(child, lingerMs) {
	const closed = new Promise((resolve) => {
		child.once("close", () => resolve());
	});
	const [exitCode, signal] = await (0,node_events__WEBPACK_IMPORTED_MODULE_7__.once)(child, "exit");
	await Promise.race([closed, (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(lingerMs, void 0, { ref: false })]);
	return [exitCode, signal];
}
const hasGroups = process.platform !== "win32";
function endGroup({ pid }) {
	if (!hasGroups || pid === void 0) return;
	try {
		process.kill(-pid, "SIGKILL");
	} catch {}
}
function neverBegun(error) {
	if (!(error instanceof ExpressionError)) throw error;
	return {
		exitCode: null,
		signal: null,
		stdout: "",
		stderr: "",
		annotations: [{
			level: "error",
			message: error.message
		}],
		masks: [],
		groups: [],
		debug: [],
		durationMs: 0,
		outputs: {},
		state: {},
		env: {},
		summary: "",
		problems: []
	};
}
function note(event, heard, printed) {
	switch (event.kind) {
		case "annotation": {
			const { kind: _, ...annotation } = event;
			heard.annotations.push(annotation);
			break;
		}
		case "mask":
			heard.masks.push(event.value);
			break;
		case "group":
			heard.groups.push(event.title);
			break;
		case "debug":
			heard.debug.push(event.message);
			break;
		case "set-output":
			printed.outputs[event.name] = event.value;
			break;
		case "save-state": printed.state[event.name] = event.value;
	}
}
function eachLine(stream, take, chunked) {
	let rest = "";
	stream.setEncoding("utf8").on("data", (chunk) => {
		chunked(chunk);
		const lines = (rest + chunk).split(/\r?\n/);
		rest = lines.pop() ?? "";
		for (const line of lines) take(line);
	});
	stream.on("end", () => {
		if (rest !== "") take(rest);
	});
}
// rehearsal/runner/job.ts
var Job = class {
	#options;
	#home = (0,node_fs__WEBPACK_IMPORTED_MODULE_4__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_5__.tmpdir)(), "job-"));
	#environment;
	#contexts;
	#posts = [];
	#scripts = [];
	#posted = false;
	constructor(options) {
		this.#options = options;
		this.#environment = environmentOf(options, this.#home);
		this.#contexts = {
			job: { status: "success" },
			steps: {},
			github: {
				...githubOf(options),
				token: options.token ?? "ghs_rehearsal",
				workspace: this.workspace
			},
			env: { ...options.env }
		};
	}
	get status() {
		return this.#contexts.job.status;
	}
	get contexts() {
		return this.#contexts;
	}
	get workspace() {
		return this.#environment.GITHUB_WORKSPACE ?? this.#home;
	}
	async uses(step = {}) {
		const action = step.action ?? this.#options;
		const { main, post } = action.manifest.runs;
		const result = await this.#phase(main, {
			step,
			action,
			state: {}
		}, step.during);
		if (post) this.#posts.unshift({
			step,
			action,
			state: result.state
		});
		this.#conclude(step.id, result, step.continueOnError);
		return result;
	}
	async script({ script, shell, folder, ...step }) {
		const result = await this.#ended(step, (contexts) => ({
			...bash({
				script,
				shell,
				folder
			}, {
				contexts,
				home: this.#home,
				workspace: this.workspace
			}),
			during: (child) => {
				this.#scripts.push(child);
				step.during?.(child);
			}
		}));
		this.#conclude(step.id, result, step.continueOnError);
		return result;
	}
	run(outcome, options = {}) {
		this.#conclude(options.id, {
			outcome,
			outputs: options.outputs ?? {}
		}, options.continueOnError);
	}
	cancel() {
		this.#contexts.job.status = "cancelled";
	}
	async post() {
		this.#posted = true;
		const results = [];
		for (const post of this.#posts) {
			const { manifest } = post.action;
			if (!manifest.runs.post || !postRuns(manifest, this.#contexts)) continue;
			const result = await this.#phase(manifest.runs.post, post, post.step.duringPost);
			this.#conclude(void 0, result, post.step.continueOnError);
			results.push(result);
		}
		return results;
	}
	async end() {
		const results = this.#posted ? [] : await this.post();
		for (const child of this.#scripts) endGroup(child);
		(0,node_fs__WEBPACK_IMPORTED_MODULE_4__.rmSync)(this.#home, {
			recursive: true,
			force: true
		});
		return results;
	}
	#phase(file, { step, action, state }, during) {
		return this.#ended(step, (contexts) => ({
			command: this.#options.node ?? process.execPath,
			args: [(0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(action.dist, file)],
			cwd: this.workspace,
			env: {
				...inputVariables(action.manifest, step.with ?? {}, contexts),
				...Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]))
			},
			during
		}));
	}
	async #ended(step, programOf) {
		const before = this.status;
		const phase = await this.#phaseOf(step, programOf).catch(neverBegun);
		Object.assign(this.#contexts.env, phase.env);
		const cancelled = before !== "cancelled" && this.status === "cancelled";
		const succeeded = phase.exitCode === 0 && phase.problems.length === 0;
		const name = step.name ?? step.id ?? "";
		return {
			...phase,
			name,
			outcome: cancelled ? "cancelled" : succeeded ? "success" : "failure"
		};
	}
	async #phaseOf(step, programOf) {
		const contexts = this.#contextsOf(step);
		const { env, ...program } = programOf(contexts);
		const usual = {
			...this.#environment,
			GITHUB_ACTION: step.id ?? "__self"
		};
		return runPhase({
			...program,
			home: this.#home,
			lingerMs: this.#options.lingerMs,
			env: {
				...usual,
				...contexts.env,
				...env
			},
			onLine: step.onLine
		});
	}
	#contextsOf({ env = {} }) {
		const contexts = {
			...this.#contexts,
			env: { ...this.#contexts.env }
		};
		for (const [name, value] of Object.entries(env)) contexts.env[name] = evaluated(value, this.#contexts);
		return contexts;
	}
	#conclude(id, { outcome, outputs }, continueOnError = false) {
		const conclusion = outcome === "failure" && continueOnError ? "success" : outcome;
		if (id !== void 0) this.#contexts.steps[id] = {
			outcome,
			conclusion,
			outputs
		};
		if ((conclusion === "failure" || conclusion === "cancelled") && this.status !== "cancelled") this.#contexts.job.status = conclusion;
	}
};
// rehearsal/demo/markdown.ts
const named = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: "\"",
	nbsp: " "
};
function readable(markdown) {
	const lines = [];
	let table = [];
	const endTable = () => {
		if (table.length > 0) lines.push(...aligned(table));
		table = [];
	};
	for (const line of markdown.replace(/^```mermaid\n.*?^```$/gms, "[a chart of the same]").split("\n")) {
		if (line.startsWith("|")) {
			table.push(line.slice(1, -1).split("|"));
			continue;
		}
		endTable();
		if (line !== "" || (lines.at(-1) ?? "") !== "") lines.push(...withoutMarkup(line));
	}
	endTable();
	while (lines.at(-1) === "") lines.pop();
	return lines;
}
function withoutMarkup(line) {
	if (/^```|^<\/details>/.test(line)) return [];
	return [plain(line.replace(/^#+ /, "").replace(/^> /, "│ ").replace(/^<details><summary>(.*)<\/summary>/, "▸ $1").trimEnd())];
}
function aligned([head = [], rule = [], ...body]) {
	const rows = [head, ...body].map((row) => row.map((cell) => plain(cell.trim())));
	const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	const lines = rows.map((row) => row.map((cell, column) => {
		const width = widths[column] ?? 0;
		return rule[column]?.trim().endsWith(":") ? cell.padStart(width) : cell.padEnd(width);
	}).join("   ").trimEnd());
	return [
		lines[0] ?? "",
		"─".repeat(Math.max(...lines.map((line) => line.length))),
		...lines.slice(1)
	];
}
function plain(text) {
	return text.replace(/<\/?code>|\*\*|\u200b/g, "").replace(/&(?:#(\d+)|(\w+));/g, (entity, number, name) => number ? String.fromCodePoint(Number(number)) : named[name ?? ""] ?? entity);
}
// rehearsal/demo/site.ts
var Site = class {
	#api;
	#server;
	#brokenAt = Number.POSITIVE_INFINITY;
	constructor(api, server) {
		this.#api = api;
		this.#server = server;
	}
	break() {
		this.#brokenAt = Date.now();
	}
	get answer() {
		const status = this.#api.servers().find(({ id }) => id === this.#server)?.status;
		if (status !== "active") return `no answer (the server is ${status})`;
		return this.#isBroken ? "500 Internal Server Error" : "200 OK";
	}
	get #isBroken() {
		if (Date.now() < this.#brokenAt) return false;
		const restore = this.#api.state.restores.findLast(({ server }) => server === this.#server);
		const snapshot = this.#api.state.snapshots.get(restore?.snapshot ?? 0);
		return !restore || restore.at < this.#brokenAt || !snapshot || snapshot.createdAt > this.#brokenAt;
	}
};
// rehearsal/demo/stage.ts
const server = {
	id: 12345,
	name: "web-server-01"
};
const token = "demo-token";
const usualPace = {
	createMs: 1500,
	restoreMs: 2e3
};
async function perform({ acts, ...theatre }) {
	const wrong = [];
	for (const act of acts) wrong.push(...await performed(act, theatre));
	return wrong;
}
async function performed(act, theatre) {
	const { write, colours, dist, manifest } = theatre;
	const { api, url, close } = await startApi({
		options: {
			...usualPace,
			token,
			...act.pace
		},
		servers: [server],
		snapshots: (act.snapshots ?? []).map((snapshot) => ({
			...snapshot,
			server: server.id
		}))
	});
	const job = new Job({
		dist,
		manifest
	});
	const stage = new Playing({
		api,
		job,
		url,
		display: new Display({
			write: (line) => write(`  ${line}`),
			colours,
			masks: [token]
		}),
		write
	});
	try {
		write(`━━ ${act.title} ━━`);
		await act.play(stage);
		await stage.ends();
	} finally {
		await job.end();
		await close();
	}
	stage.showSummaries();
	write("");
	return [...stage.wrong, ...traces(api, act.leaves ?? [])];
}
function traces(api, wanted) {
	const ids = api.snapshots().map(({ id }) => id);
	const left = ids.filter((id) => !wanted.includes(id)).map((id) => `snapshot ${id} is still there`);
	const gone = wanted.filter((id) => !ids.includes(id)).map((id) => `snapshot ${id} is gone`);
	const busy = api.servers().filter(({ status }) => status !== "active");
	const refused = api.ledger.filter(({ status }) => typeof status !== "number" || status >= 400);
	return [
		...left,
		...gone,
		...busy.map(({ id, status }) => `server ${id} is ${status}`),
		...refused.map(({ method, path, status }) => `the API answered ${status} to ${method} ${path}`)
	];
}
var Playing = class {
	wrong = [];
	#summaries = [];
	#site;
	#backstage;
	#posts = [];
	#timeout = "0.2";
	#ended = false;
	constructor(backstage) {
		this.#backstage = backstage;
		this.#site = new Site(backstage.api, server.id);
	}
	says = (line) => this.#backstage.write(`\n» ${line}`);
	uses = async (name, { gives, tells, fails, ...step }) => {
		const { display, job, url } = this.#backstage;
		const usual = {
			api_url: url,
			api_token: token,
			poll_interval_seconds: "0.2"
		};
		this.#heading(name);
		display.line("::group::Run vps-snapshot-action");
		for (const [input, value] of Object.entries({
			...step.with,
			...usual
		})) display.line(`${input}: ${value}`);
		display.line("::endgroup::");
		this.#posts.unshift(name);
		const result = await job.uses({
			...step,
			with: {
				...step.with,
				...usual,
				timeout_minutes: () => this.#timeout
			},
			continueOnError: fails ?? false,
			duringPost: () => this.#heading(`Post ${this.#posts.shift()}`),
			onLine: display.line
		});
		this.#compare(name, result, {
			gives,
			tells
		});
	};
	deploys = (outcome) => {
		const { display, job } = this.#backstage;
		this.#heading("Deploy");
		display.line("./deploy.sh");
		if (outcome === "cancelled") job.cancel();
		else job.run(outcome, { id: "deploy" });
		if (outcome === "success") return;
		this.#site.break();
		display.line(`::error::${outcome === "cancelled" ? "The operation was canceled." : "Process completed with exit code 1."}`);
	};
	visits = (wanted) => {
		const { answer } = this.#site;
		this.#backstage.write(`\n» https://web.example.com answers: ${answer}`);
		this.#check("the web site", answer, wanted);
	};
	ends = async (...steps) => {
		if (this.#ended) return;
		this.#ended = true;
		this.#timeout = steps[0]?.timeout_minutes ?? this.#timeout;
		const names = [...this.#posts];
		for (const [index, post] of (await this.#backstage.job.post()).entries()) this.#compare(`Post ${names[index]}`, post, steps[index] ?? {});
	};
	rests = async () => {
		const isBusy = () => this.#backstage.api.servers().some(({ status }) => status === "restoring");
		while (isBusy()) await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(100);
	};
	showSummaries() {
		const { write } = this.#backstage;
		this.#heading("Job summary");
		for (const summary of this.#summaries) for (const line of ["", ...readable(summary)]) write(`  │ ${line}`.trimEnd());
	}
	#heading(title) {
		this.#backstage.write("");
		this.#backstage.display.step(title);
	}
	#compare(name, result, { gives = {}, result: word, tells = [] }) {
		const { exitCode, annotations, outputs, summary } = result;
		if (summary !== "") this.#summaries.push(summary);
		const wanted = tells.some((line) => line.startsWith("error: ")) ? 1 : 0;
		const told = annotations.map(({ level, title, message }) => `${level}: ${title ?? message}`);
		this.#check(`exit code of "${name}"`, exitCode, wanted);
		this.#check(`annotations of "${name}"`, told, tells);
		if (word) this.#check(`headline of "${name}" with "${word}"`, summary.includes(` – ${word} in `), true);
		for (const [output, value] of Object.entries(gives)) this.#check(`output ${output} of "${name}"`, inOrder(outputs[output]), inOrder(value));
	}
	#check(what, actual, wanted) {
		if ((0,node_util__WEBPACK_IMPORTED_MODULE_2__.isDeepStrictEqual)(actual, wanted)) return;
		this.wrong.push(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(wanted)}`);
	}
};
function inOrder(value) {
	return value?.startsWith("[") ? JSON.stringify(JSON.parse(value).toSorted()) : value;
}
// rehearsal/demo/demo.ts
const started = performance.now();
const wrong = await perform({
	acts,
	dist: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(import.meta.dirname, "../.."),
	manifest: action_default,
	write: (line) => console.log(line),
	colours: process.stdout.isTTY === true && !process.env.NO_COLOR
});
for (const line of wrong) console.error(`✗ ${line}`);
if (wrong.length === 0) {
	const seconds = ((performance.now() - started) / 1e3).toFixed(0);
	console.log(`\n✓ All as it should be, after ${seconds} s: every job ended as its policy says, and every server is active.`);
}
process.exitCode = wrong.length === 0 ? 0 : 1;


__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(930);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
