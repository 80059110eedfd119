export const id = 466;
export const ids = [466];
export const modules = {

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

/***/ 466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   realDeps: () => (/* binding */ realDeps)
/* harmony export */ });
/* harmony import */ var _github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(716);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(209);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(819);
/* harmony import */ var _poller_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(865);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(856);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24);
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(857);
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(896);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(760);










// src/reading/pollers.ts
const betweenLooks = (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.t)(5e3);
function snapshotPoller(deps) {
	return pollerOf(() => deps.vps.listSnapshots(betweenLooks), deps);
}
function serverPoller(deps) {
	return pollerOf(() => deps.vps.listServers(betweenLooks), deps);
}
function pollerOf(look, deps) {
	const { pace, log, clock, random, signal, deadline } = deps;
	return new _poller_js__WEBPACK_IMPORTED_MODULE_3__.t({
		look,
		isPassing: (error) => error instanceof _start_js__WEBPACK_IMPORTED_MODULE_2__.l && !endsEveryWait(error),
		onTrouble: (error) => log.info(`${(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.g)(String(error.message))} Looking again soon.`),
		pace,
		clock,
		random,
		signal,
		deadline
	});
}
function endsEveryWait(error) {
	return error instanceof _poller_js__WEBPACK_IMPORTED_MODULE_3__.m || error instanceof _poller_js__WEBPACK_IMPORTED_MODULE_3__.p && error.isAboutAccess;
}
// src/runner/addresses.ts
function ownAddresses() {
	return Object.values((0,node_os__WEBPACK_IMPORTED_MODULE_7__.networkInterfaces)()).flatMap((addresses) => (addresses ?? []).filter(({ internal }) => !internal).map(({ address }) => address));
}
// node_modules/@actions/github/lib/context.js
var Context = class {
	constructor() {
		var _a, _b, _c;
		this.payload = {};
		if (process.env.GITHUB_EVENT_PATH) {
			if ((0,fs__WEBPACK_IMPORTED_MODULE_6__.existsSync)(process.env.GITHUB_EVENT_PATH)) this.payload = JSON.parse((0,fs__WEBPACK_IMPORTED_MODULE_6__.readFileSync)(process.env.GITHUB_EVENT_PATH, { encoding: "utf8" }));
			else {
				const path = process.env.GITHUB_EVENT_PATH;
				process.stdout.write(`GITHUB_EVENT_PATH ${path} does not exist${os__WEBPACK_IMPORTED_MODULE_5__.EOL}`);
			}
		}
		this.eventName = process.env.GITHUB_EVENT_NAME;
		this.sha = process.env.GITHUB_SHA;
		this.ref = process.env.GITHUB_REF;
		this.workflow = process.env.GITHUB_WORKFLOW;
		this.action = process.env.GITHUB_ACTION;
		this.actor = process.env.GITHUB_ACTOR;
		this.job = process.env.GITHUB_JOB;
		this.runAttempt = parseInt(process.env.GITHUB_RUN_ATTEMPT, 10);
		this.runNumber = parseInt(process.env.GITHUB_RUN_NUMBER, 10);
		this.runId = parseInt(process.env.GITHUB_RUN_ID, 10);
		this.apiUrl = (_a = process.env.GITHUB_API_URL) !== null && _a !== void 0 ? _a : `https://api.github.com`;
		this.serverUrl = (_b = process.env.GITHUB_SERVER_URL) !== null && _b !== void 0 ? _b : `https://github.com`;
		this.graphqlUrl = (_c = process.env.GITHUB_GRAPHQL_URL) !== null && _c !== void 0 ? _c : `https://api.github.com/graphql`;
	}
	get issue() {
		const payload = this.payload;
		return Object.assign(Object.assign({}, this.repo), { number: (payload.issue || payload.pull_request || payload).number });
	}
	get repo() {
		if (process.env.GITHUB_REPOSITORY) {
			const [owner, repo] = process.env.GITHUB_REPOSITORY.split("/");
			return {
				owner,
				repo
			};
		}
		if (this.payload.repository) return {
			owner: this.payload.repository.owner.login,
			repo: this.payload.repository.name
		};
		throw new Error("context.repo requires a GITHUB_REPOSITORY environment variable like 'owner/repo'");
	}
};
// node_modules/@actions/github/lib/github.js
const context = new Context();
// src/runner/origin.ts
function readOrigin(nonceOf) {
	const { sha, actor, runId, runAttempt, serverUrl } = context;
	const repository = process.env.GITHUB_REPOSITORY || "unknown/unknown";
	const run = {
		runId: String(runId || 0),
		attempt: String(runAttempt || 1)
	};
	return {
		repository,
		...run,
		nonce: nonceOf(run),
		sha,
		actor,
		runUrl: runId ? `${serverUrl}/${repository}/actions/runs/${runId}` : ""
	};
}
function readPlace() {
	const { apiUrl, payload, sha } = context;
	const pullRequest = payload.pull_request;
	return {
		apiUrl,
		repository: process.env.GITHUB_REPOSITORY || "unknown/unknown",
		pullRequest: pullRequest?.number ?? (payload.issue?.pull_request ? payload.issue.number : null),
		headSha: pullRequest?.head?.sha ?? sha
	};
}
function jobFolder() {
	return process.env.RUNNER_TEMP || void 0;
}
// src/runner/proxy.ts
const proxyVariables = [
	"HTTPS_PROXY",
	"https_proxy",
	"HTTP_PROXY",
	"http_proxy"
];
function useProxies(log) {
	const variable = proxyVariables.find((name) => process.env[name]);
	if (!variable) return;
	const http = process.getBuiltinModule("node:http");
	if (!http.setGlobalProxyFromEnv) {
		log.warning("Proxy not used", `${variable} is set, but Node ${process.version} cannot use it. Node 24.14 or later can.`);
		return;
	}
	for (const name of proxyVariables) if (process.env[name] && !isHttp(process.env[name])) throw notUsable(name);
	http.setGlobalProxyFromEnv();
}
function isHttp(url) {
	return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
function notUsable(variable) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_2__.y({
		title: "Proxy not usable",
		message: `${variable} does not name a proxy that can be used.`,
		next: "Set it to a URL such as http://proxy.example.com:3128, or remove it."
	});
}
// src/runner/tls.ts
const variable = "NODE_TLS_REJECT_UNAUTHORIZED";
function verifyCertificates(log) {
	if (process.env[variable] !== "0") return;
	delete process.env[variable];
	log.warning("Certificates are verified", `${variable}=0 is set for this job; this step verifies certificates all the same, so that the token goes to VPS.org only. Should a connection fail for that, set NODE_EXTRA_CA_CERTS to the file of your certificate authority.`);
}
// src/state/job-folder.ts
function readNonce(runnerTemp, run) {
	return {
		job: runnerTemp ? jobNonce(runnerTemp, run) : random(),
		step: random()
	};
}
function jobNonce(runnerTemp, { runId, attempt }) {
	const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_8__.join)(runnerTemp, "vps-snapshot-action");
	const file = (0,node_path__WEBPACK_IMPORTED_MODULE_8__.join)(folder, `job-${runId}-${attempt}`);
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_4__.mkdirSync)(folder, { recursive: true });
		(0,node_fs__WEBPACK_IMPORTED_MODULE_4__.writeFileSync)(file, random(), { flag: "wx" });
	} catch {}
	try {
		const kept = (0,node_fs__WEBPACK_IMPORTED_MODULE_4__.readFileSync)(file, "utf8");
		return /^[0-9a-f]{8}$/.test(kept) ? kept : random();
	} catch {
		return random();
	}
}
function random() {
	return Math.floor(Math.random() * 2 ** 32).toString(16).padStart(8, "0");
}
function notesIn(runnerTemp, { runId, attempt, nonce }) {
	if (!runnerTemp) return {
		leave: () => false,
		all: () => [],
		firstGuardAt: (now) => now
	};
	const job = `${runId}-${attempt}-${nonce.job}`;
	const file = (0,node_path__WEBPACK_IMPORTED_MODULE_8__.join)(runnerTemp, "vps-snapshot-action", `notes-${job}`);
	const guardFile = (0,node_path__WEBPACK_IMPORTED_MODULE_8__.join)(runnerTemp, "vps-snapshot-action", `guard-${job}`);
	return {
		leave(note) {
			try {
				(0,node_fs__WEBPACK_IMPORTED_MODULE_4__.appendFileSync)(file, `${JSON.stringify({
					...note,
					step: nonce.step
				})}\n`);
				return true;
			} catch {
				return false;
			}
		},
		all: () => notesOf(file),
		firstGuardAt: (now) => firstIn(guardFile, now)
	};
}
function firstIn(file, now) {
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_4__.writeFileSync)(file, now.toISOString(), { flag: "wx" });
		return now;
	} catch {}
	try {
		const kept = new Date((0,node_fs__WEBPACK_IMPORTED_MODULE_4__.readFileSync)(file, "utf8"));
		return kept <= now ? kept : now;
	} catch {
		return now;
	}
}
function notesOf(file) {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_4__.readFileSync)(file, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
	} catch {
		return [];
	}
}
// src/vps/by-hand.ts
function byHandAt(apiUrl, at) {
	const curl = (path, ...words) => [
		"curl",
		...words.slice(0, 1),
		"-H \"Authorization: Bearer $VPS_API_TOKEN\"",
		...words.slice(1)
	].concat(apiUrl + path).join(" ");
	return {
		list: () => curl("/snapshots/"),
		restore: (id) => curl(`${at.pathOf("snapshots", id)}restore/`, "-X POST"),
		delete: (id) => curl(at.pathOf("snapshots", id), "-X DELETE"),
		start: (id) => curl(`${at.pathOf("servers", id)}power/`, "-X POST", "-H \"Content-Type: application/json\"", `-d '{"action":"start"}'`)
	};
}
// src/vps/json.ts
const json = JSON;
const suspect = /\d{16}|\de\+?\d{3}/i;
function parseJson(text) {
	if (!suspect.test(text)) return JSON.parse(text);
	return json.parse(text, (_key, value, context) => {
		const source = context?.source ?? "";
		const isHeld = Number.isSafeInteger(value) || Number.isFinite(value) && !/^\d+$/.test(source);
		return typeof value !== "number" || isHeld ? value : source || value;
	});
}
function exactInteger(digits) {
	return json.rawJSON?.(digits) ?? Number(digits);
}
// src/vps/create-snapshot.ts
var SnapshotCreation = class {
	#http;
	#at;
	#servers;
	#read;
	#way;
	constructor({ http, at }, servers, read) {
		this.#http = http;
		this.#at = at;
		this.#servers = servers;
		this.#read = read;
	}
	async request(order) {
		const way = this.#way ?? this.#likelyWay(order.serverId);
		try {
			return await this.#by(way, order);
		} catch (error) {
			if (way === this.#way || !this.#isNotOffered(error, order.serverId)) throw error;
			return await this.#byOther(way, {
				order,
				refusal: error
			});
		}
	}
	async #byOther(way, { order, refusal }) {
		const other = way === "list" ? "server" : "list";
		try {
			const snapshot = await this.#by(other, order);
			this.#way = other;
			return snapshot;
		} catch (error) {
			if (error instanceof _poller_js__WEBPACK_IMPORTED_MODULE_3__.p && error.fate === "refused" && (error.status === 403 || this.#isNotOffered(error, order.serverId))) throw refusal.beside(error);
			this.#way = other;
			throw error;
		}
	}
	#likelyWay(serverId) {
		if (this.#servers.isShown(serverId)) return (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.i)(serverId) ? "list" : "server";
		return (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.i)(this.#servers.idOf(serverId)) ? "list" : "server";
	}
	#by(way, order) {
		return way === "list" ? this.#inList(order) : this.#atServer(order);
	}
	#inList({ serverId, name, description, deadline }) {
		const body = {
			server_id: (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.i)(serverId) ? exactInteger(serverId) : serverId,
			name,
			...description && { description }
		};
		return this.#http.send({
			method: "POST",
			path: "/snapshots/",
			body,
			...deadline !== void 0 && { deadline },
			read: (json) => this.#read(json, serverId)
		});
	}
	async #atServer({ serverId, label, generatedName, deadline }) {
		const labelled = async (text) => {
			const { body } = await this.#at.server(serverId, (path) => ({
				method: "POST",
				path: `${path}snapshot/`,
				body: { label: text },
				...deadline !== void 0 && { deadline },
				read: (json) => this.#read(json, serverId)
			}));
			return body;
		};
		try {
			return await labelled(label);
		} catch (error) {
			if (!(error instanceof _poller_js__WEBPACK_IMPORTED_MODULE_3__.p && error.status === 400) || isAboutServer(error)) throw error;
			return await labelled(generatedName);
		}
	}
	#isNotOffered(error, serverId) {
		if (!(error instanceof _poller_js__WEBPACK_IMPORTED_MODULE_3__.p)) return false;
		const { status } = error;
		if (status === 404) return this.#servers.isShown(serverId);
		if (error.isPage) return false;
		if (status === 405 || status === 400 && isAboutServer(error)) return true;
		return status === 403 && this.#servers.isUuidOnly;
	}
};
function isAboutServer({ message }) {
	return /\bserver_id\b/.test(message);
}
// src/vps/directory.ts
var Directory = class {
	#integerOf = new Map();
	#uuidOf = new Map();
	#shown = new Set();
	learn(json) {
		const [id, uuid] = [(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.a)(json.id), (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.a)(json.uuid)];
		const name = id ?? uuid;
		if (name === void 0) return void 0;
		this.#shown.add(name);
		if (id !== void 0 && uuid !== void 0 && id !== uuid) {
			this.#integerOf.set(uuid, id);
			this.#uuidOf.set(id, uuid);
		}
		return this.idOf(name);
	}
	idOf(any) {
		return this.#integerOf.get(any) ?? any;
	}
	uuidOf(id) {
		return this.#uuidOf.get(id);
	}
	isShown(id) {
		return this.#shown.has(this.idOf(id));
	}
	get isUuidOnly() {
		return this.#shown.size > 0 && ![...this.#shown].some(_start_js__WEBPACK_IMPORTED_MODULE_2__.i);
	}
	mayBeAnother(any) {
		return !this.isShown(any) && [...this.#shown].some((id) => (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.i)(id) !== (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.i)(any));
	}
};
// src/vps/answer.ts
function bodyOf(method, body) {
	if (method === "GET") return parseJson(body);
	try {
		return parseJson(body);
	} catch (error) {
		if (!/^\s*\ufeff?</.test(body)) return void 0;
		throw error;
	}
}
function isRefusalInDisguise(json) {
	if (typeof json !== "object" || json === null || Array.isArray(json)) return false;
	const { status, id, uuid, results, snapshot } = json;
	return ![
		id,
		uuid,
		results,
		snapshot
	].some((one) => one !== void 0) && typeof status === "string" && /^(error|failed|failure)$/i.test(status);
}
function retryAfter(headers, now) {
	const value = headers.get("retry-after")?.trim();
	if (!value) return void 0;
	if (/^\d+$/.test(value)) return Number(value) * 1e3;
	const date = Date.parse(value);
	return Number.isNaN(date) ? void 0 : Math.max(0, date - now);
}
function redirection(headers) {
	const location = headers.get("location");
	if (!location) return "";
	if (!URL.canParse(location)) return `a redirect to ${/log-?in|sign-?in/i.test(location) ? "a login page" : "another path"}`;
	const { host, pathname } = new URL(location);
	return `a redirect to ${host || "nowhere"}${/log-?in|sign-?in/i.test(pathname) ? ", a login page" : ""}`;
}
function troubleIn(error) {
	const reasons = reasonsOf(error);
	const code = reasons.map((reason) => reason.code).find((one) => typeof one === "string");
	const neverLeft = reasons.length > 0 && reasons.every((reason) => unconnected.has(String(reason.code)) || reason.syscall === "connect");
	const proxyStatus = reasons.map(({ message }) => proxyStatusIn(String(message))).find(Boolean);
	if (proxyStatus) return {
		code: `the proxy answered ${proxyStatus}`,
		neverLeft: true,
		proxyStatus
	};
	const otherwise = error instanceof Error ? error.name : "unknown";
	return {
		code: typeof code === "string" ? code : otherwise,
		neverLeft
	};
}
const unconnected = new Set([
	"ECONNREFUSED",
	"ENOTFOUND",
	"EAI_AGAIN",
	"UND_ERR_CONNECT_TIMEOUT"
]);
function proxyStatusIn(message) {
	return Number(/^Proxy response \((\d+)\)/.exec(message)?.[1] ?? 0);
}
function reasonsOf(error, depth = 0) {
	if (!(error instanceof Error) || depth > 5) return [];
	const { errors, cause } = error;
	const found = (Array.isArray(errors) && errors.length > 0 ? errors : cause === void 0 ? [] : [cause]).flatMap((one) => reasonsOf(one, depth + 1));
	return found.length > 0 ? found : "code" in error ? [error] : [];
}
// src/vps/error-body.ts
function saidIn(body, contentType = "") {
	const json = parsed(body);
	if (json !== void 0) {
		const texts = body.length > 65536 ? [] : textsIn(json);
		return {
			words: (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.m)([...new Set(texts.map(({ text }) => text))].join("; "), 200),
			namesField: texts.some(({ isOfField }) => isOfField)
		};
	}
	return {
		words: (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.m)(titleOf(body.slice(0, 4e3)), 200),
		foreign: foreignIn(body, contentType),
		namesField: false
	};
}
function foreignIn(body, contentType) {
	if (body.trim() === "") return "an empty body";
	return /\bhtml\b/i.test(contentType) || /^\s*(\ufeff)?</.test(body) ? "a web page" : "plain text";
}
function isJson(body) {
	return parsed(body) !== void 0;
}
function parsed(body) {
	try {
		return JSON.parse(body.replace(/^\ufeff/, ""));
	} catch {
		return;
	}
}
const general = [
	"detail",
	"message",
	"error",
	"reason",
	"title",
	"error_description",
	"msg",
	"text",
	"description"
];
const silent = new Set([
	"status",
	"code",
	"type",
	"status_code",
	"statusCode",
	"count",
	"results",
	"success"
]);
const containers = [
	"errors",
	"non_field_errors",
	"details",
	"data"
];
const ownFields = new Set([
	"title",
	"text",
	"description"
]);
const deepest = 5;
function textsIn(json, depth = 0) {
	if (typeof json === "string") return plainly(json.trim());
	if (typeof json !== "object" || json === null || depth > deepest) return [];
	if (Array.isArray(json)) return listed(json, depth);
	const entries = Object.entries(json);
	const own = entries.filter(([name, value]) => isGeneral(name, value)).flatMap(([, value]) => textsIn(value, depth + 1));
	const attr = "attr" in json && typeof json.attr === "string" ? json.attr : void 0;
	const nested = entries.filter(([name]) => containers.includes(name)).flatMap(([, value]) => textsIn(value, depth + 1));
	const others = entries.filter(([name, value]) => !isTold(name, value) && typeof value !== "string").flatMap(([name, value]) => named(name, textsIn(value, depth + 1)));
	const plain = entries.filter(([name, value]) => !isTold(name, value) && typeof value === "string" && own.length + nested.length === 0).flatMap(([name, value]) => named(name, textsIn(value, depth + 1)));
	return [
		...attr === void 0 ? own : own.flatMap((told) => named(attr, [told])),
		...nested,
		...others,
		...plain
	];
}
function listed(list, depth) {
	return [...plainly(list.filter((one) => typeof one === "string").map((text) => text.trim()).filter(Boolean).join(" ")), ...list.filter((one) => typeof one !== "string").flatMap((one) => textsIn(one, depth + 1))];
}
function isGeneral(name, value) {
	return general.includes(name) && !(ownFields.has(name) && Array.isArray(value));
}
function isTold(name, value) {
	return isGeneral(name, value) || containers.includes(name) || silent.has(name) || name === "attr";
}
function named(field, texts) {
	if (texts.length === 0) return [];
	return [{
		text: `${field}: ${texts.map(({ text }) => text).join(" ")}`,
		isOfField: true
	}];
}
function plainly(text) {
	return text === "" ? [] : [{
		text,
		isOfField: false
	}];
}
function titleOf(page) {
	return (/<title[^>]*>([^<]*)<\/title>/i.exec(page)?.[1])?.trim() || page.replace(/<(style|script)[\s\S]*?<\/\1>/gi, " ").replace(/<[^>]*>/g, " ");
}
// src/waiting/tls-words.ts
function tlsWords(code) {
	if (code === "CERT_NOT_YET_VALID") return {
		why: "it is not valid yet",
		next: "Most likely the clock of this machine is wrong: set it, then run again."
	};
	if (code === "CERT_HAS_EXPIRED") return {
		why: "it has expired",
		next: "Its owner has to renew it. If other machines accept it, look at the clock of this one."
	};
	if (code === "ERR_TLS_CERT_ALTNAME_INVALID" || code === "HOSTNAME_MISMATCH") return {
		why: "it is for another name",
		next: "Check the host name in the address, and whether a proxy or a DNS entry leads elsewhere."
	};
	if (/^(UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO)|CERT/.test(code)) return {
		why: "nobody here knows its issuer",
		next: "Behind a proxy with its own certificate authority, set NODE_EXTRA_CA_CERTS to its file. Verification is never turned off."
	};
	if (/^ERR_SSL_(WRONG_VERSION|UNSUPPORTED_PROTOCOL|.*HANDSHAKE|PACKET_LENGTH)/.test(code)) return {
		why: "what answers there does not speak TLS as it should",
		next: "Check the address, its port, and HTTPS_PROXY. Behind a proxy with its own certificate authority, set NODE_EXTRA_CA_CERTS to its file."
	};
}
// src/vps/network-error.ts
var NetworkError = class extends _start_js__WEBPACK_IMPORTED_MODULE_2__.l {
	code;
	constructor({ endpoint, mayHaveWorked }, trouble, cause) {
		const { code, neverLeft, proxyStatus } = trouble;
		const tls = tlsWords(code);
		const login = proxyStatus === 407 ? (0,_poller_js__WEBPACK_IMPORTED_MODULE_3__._)({
			status: proxyStatus,
			words: ""
		}) : void 0;
		super({
			title: login?.title ?? "VPS.org not reached",
			message: tls ? `The certificate of VPS.org was not accepted for ${endpoint}, for ${tls.why} (${code})` : `No answer from VPS.org to ${endpoint} (${code})`,
			endpoint,
			fate: !mayHaveWorked && (tls || neverLeft) ? "not_sent" : "unknown",
			passing: !tls && !login,
			next: tls?.next ?? login?.next ?? "Check that the runner can reach api_url, and HTTPS_PROXY and NO_PROXY if it sits behind a proxy.",
			cause
		});
		this.code = code;
	}
};
// src/vps/whole-text.ts
async function wholeText(response, mostBytes) {
	const decoder = new TextDecoder();
	let text = "";
	let bytes = 0;
	for await (const chunk of response.body ?? []) {
		bytes += chunk.length;
		if (bytes > mostBytes) return void 0;
		text += decoder.decode(chunk, { stream: true });
	}
	return text + decoder.decode();
}
async function textOf(method, response) {
	try {
		return await wholeText(response, 16777216);
	} catch (error) {
		if (method !== "POST" || !response.ok || /\bhtml\b/i.test(response.headers.get("content-type") ?? "")) throw error;
		return "";
	}
}
// src/vps/exchange.ts
var Exchange = class {
	#connection;
	#redact;
	#spoken = new Set();
	#stoppedAt = Number.POSITIVE_INFINITY;
	#apiClock;
	constructor(connection) {
		this.#connection = connection;
		this.#redact = (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.h)(connection.token);
		connection.signal.addEventListener("abort", () => {
			this.#stoppedAt = connection.clock.now();
		});
	}
	now() {
		const { clock } = this.#connection;
		return this.#apiClock ? this.#apiClock.epochMs + clock.now() - this.#apiClock.at : clock.date().getTime();
	}
	hasSpokenElsewhere(path) {
		return [...this.#spoken].some((kind) => kind !== kindOf(path));
	}
	async once(call, mayHaveWorked) {
		const { clock, signal, log } = this.#connection;
		const endpoint = `${call.method} ${call.path}`;
		const started = clock.now();
		const ms = this.#timeFor(call, endpoint);
		let outcome = "no answer";
		try {
			const response = await this.#send(call, ms);
			outcome = String(response.status);
			this.#setClock(response.headers.get("date"));
			const isOfApi = isJson(response.body);
			if (isOfApi) this.#spoken.add(kindOf(call.path));
			if (response.status === call.accepts && isOfApi) return {
				status: response.status,
				body: void 0
			};
			return {
				status: response.status,
				body: this.#read(call, {
					endpoint,
					mayHaveWorked
				}, response)
			};
		} catch (error) {
			if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_2__.l) throw error;
			if (signal.aborted && call.method !== "POST") throw signal.reason;
			throw new NetworkError({
				endpoint,
				mayHaveWorked
			}, troubleIn(error), error);
		} finally {
			log.debug(`${endpoint} → ${outcome} in ${Math.round(clock.now() - started)} ms`);
		}
	}
	#timeFor({ isLastWord, deadline = Number.POSITIVE_INFINITY }, endpoint) {
		const { clock, signal } = this.#connection;
		if (isLastWord) return Math.min(1500, this.#stoppedAt + 1800 - clock.now());
		signal.throwIfAborted();
		const end = Math.min(deadline, this.#connection.deadline);
		const ms = Math.min(3e4, end - clock.now());
		if (ms <= 0) throw outOfTime(endpoint);
		return ms;
	}
	#send(call, ms) {
		const { clock, signal } = this.#connection;
		const send = (leave) => (0,_github_js__WEBPACK_IMPORTED_MODULE_0__.a)({
			ms,
			clock,
			signal: leave
		}, (stop) => this.#fetch(call, stop));
		if (call.isLastWord) return send(new AbortController().signal);
		return call.method === "POST" ? (0,_github_js__WEBPACK_IMPORTED_MODULE_0__.i)({
			ms: 1500,
			clock,
			signal
		}, send) : send(signal);
	}
	async #fetch(call, signal) {
		const { apiUrl, token, userAgent, fetch } = this.#connection;
		const response = await fetch(`${apiUrl}${call.path}`, {
			method: call.method,
			headers: {
				accept: "application/json",
				authorization: `Bearer ${token}`,
				"content-type": "application/json",
				"user-agent": userAgent
			},
			redirect: "manual",
			signal,
			...call.body === void 0 ? {} : { body: JSON.stringify(call.body) }
		});
		const { status, headers } = response;
		const body = await textOf(call.method, response);
		if (body !== void 0) return {
			status,
			headers,
			body
		};
		const most = (0,_format_js__WEBPACK_IMPORTED_MODULE_9__.r)(16777216 / 1024 ** 2);
		throw new _poller_js__WEBPACK_IMPORTED_MODULE_3__.h(`${call.method} ${call.path}`, `${status} and more than ${most}, of which the rest was not read`);
	}
	#read(call, attempt, answer) {
		const { status, headers } = answer;
		if (status < 200 || status > 299) throw this.#refusal(call, attempt, answer);
		const body = this.#redact(answer.body);
		try {
			const json = bodyOf(call.method, answer.body);
			if (isRefusalInDisguise(json)) throw new _poller_js__WEBPACK_IMPORTED_MODULE_3__.p(attempt, {
				...saidBy({
					headers,
					body
				}),
				status
			});
			return call.read(json);
		} catch (error) {
			if (error instanceof _poller_js__WEBPACK_IMPORTED_MODULE_3__.p) throw error;
			const { words, foreign = "JSON that cannot be read" } = saidBy({
				headers,
				body
			});
			const problem = foreign === "a web page" ? `${foreign}${words ? ` (${words})` : ""}` : words || foreign;
			throw new _poller_js__WEBPACK_IMPORTED_MODULE_3__.h(attempt.endpoint, error instanceof _values_js__WEBPACK_IMPORTED_MODULE_1__.s ? error.message : problem, error);
		}
	}
	#refusal(call, attempt, { status, headers, body }) {
		const said = saidBy({
			headers,
			body: this.#redact(body)
		});
		const redirect = this.#redact(redirection(headers));
		return new _poller_js__WEBPACK_IMPORTED_MODULE_3__.p(attempt, {
			status,
			words: said.words || redirect,
			foreign: said.foreign,
			redirect,
			retryAfterMs: retryAfter(headers, this.now()),
			isAboutContent: call.body !== void 0 && (0,_poller_js__WEBPACK_IMPORTED_MODULE_3__.v)(said)
		});
	}
	#setClock(date) {
		const epochMs = Date.parse(date ?? "");
		if (!Number.isNaN(epochMs)) this.#apiClock = {
			epochMs,
			at: this.#connection.clock.now()
		};
	}
};
function outOfTime(endpoint) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_2__.S({
		title: "Timed out",
		message: `The time set by timeout_minutes was over before ${endpoint} could be sent.`,
		next: "Raise timeout_minutes."
	});
}
function saidBy({ headers, body }) {
	return saidIn(body, headers.get("content-type") ?? "");
}
function kindOf(path) {
	return path.split(/[/?]/)[1] ?? "";
}
// src/vps/http.ts
const none = {
	count: 0,
	since: 0
};
var Http = class {
	#connection;
	#exchange;
	#gate = new _github_js__WEBPACK_IMPORTED_MODULE_0__.o(8);
	constructor(connection) {
		this.#connection = connection;
		this.#exchange = new Exchange(connection);
	}
	now() {
		return this.#exchange.now();
	}
	async send(call) {
		return (await this.request(call)).body;
	}
	async request(call) {
		const { clock } = this.#connection;
		const tries = {
			attempt: 1,
			since: clock.now(),
			missing: none
		};
		for (let mayHaveWorked = false;; tries.attempt++) try {
			return {
				...await this.#once(call, mayHaveWorked),
				mayHaveWorked
			};
		} catch (error) {
			if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_2__.l)) throw error;
			mayHaveWorked ||= error.fate === "unknown";
			if (call.method === "POST" || !error.passing) throw error;
			tries.missing = isMissingPage(error) ? oneMore(tries.missing, clock.now()) : none;
			await this.#pause(call, error, tries);
		}
	}
	#once(call, mayHaveWorked) {
		const once = () => this.#exchange.once(call, mayHaveWorked);
		return call.isLastWord ? once() : this.#gate.pass(once, this.#connection.signal);
	}
	async #pause(call, error, tries) {
		const { clock, signal, log } = this.#connection;
		const deadline = Math.min(this.#connection.deadline, call.deadline ?? Number.POSITIVE_INFINITY);
		const { attempt, since, missing } = tries;
		const asked = error instanceof _poller_js__WEBPACK_IMPORTED_MODULE_3__.p ? error.retryAfterMs : void 0;
		const patience = since + (call.patienceMs?.(error) ?? Number.POSITIVE_INFINITY);
		const unsettled = missing.since + this.#settlingMs - clock.now();
		if (missing.count >= 3 && unsettled <= 0) throw await this.#missing(call, error);
		const backoff = this.#backoff(attempt);
		const pause = Math.max(asked ?? 0, missing.count > 0 && unsettled > 0 ? Math.min(backoff, unsettled) : backoff);
		const end = asked === void 0 ? Math.min(patience, deadline) : deadline;
		if (clock.now() >= patience || clock.now() + pause >= end) throw error;
		log.info(`${(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.g)(error.message)} Trying again in ${(0,_format_js__WEBPACK_IMPORTED_MODULE_9__.n)(pause)}.`);
		await clock.sleep(pause, signal);
		if (clock.now() >= deadline) throw error;
	}
	get #settlingMs() {
		return (0,_poller_js__WEBPACK_IMPORTED_MODULE_3__.f)(this.#connection.pace, 2e4);
	}
	async #missing({ method, path }, error) {
		return this.#exchange.hasSpokenElsewhere(path) || await this.#answersAsApi() ? new _poller_js__WEBPACK_IMPORTED_MODULE_3__.m(`${method} ${path}`, error) : new _poller_js__WEBPACK_IMPORTED_MODULE_3__.g(`${method} ${path}`, error);
	}
	async #answersAsApi() {
		const call = {
			method: "GET",
			path: "/account/me/",
			read: () => {}
		};
		try {
			await this.#once(call, false);
			return true;
		} catch (error) {
			if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_2__.l)) throw error;
			return error instanceof _poller_js__WEBPACK_IMPORTED_MODULE_3__.p && !error.isPage;
		}
	}
	#backoff(attempt) {
		return Math.min(500 * 2 ** (attempt - 1), 1e4) * (.8 + .4 * this.#connection.random());
	}
};
function oneMore({ count, since }, now) {
	return {
		count: count + 1,
		since: count === 0 ? now : since
	};
}
function isMissingPage(error) {
	return error instanceof _poller_js__WEBPACK_IMPORTED_MODULE_3__.p && error.isPage && error.status === 404;
}
// src/vps/places.ts
var Places = class {
	#http;
	#directories;
	#byUuid = {
		servers: true,
		snapshots: false
	};
	constructor(http, directories) {
		this.#http = http;
		this.#directories = directories;
	}
	server(id, call) {
		return this.#at("servers", id, call);
	}
	snapshot(id, call) {
		return this.#at("snapshots", id, call);
	}
	pathOf(kind, id) {
		return `/${kind}/${this.#byUuid[kind] && this.#directories[kind].uuidOf(id) || id}/`;
	}
	async #at(kind, id, call) {
		const uuid = this.#directories[kind].uuidOf(id);
		if (uuid === void 0) return this.#http.request(call(`/${kind}/${id}/`));
		const byUuid = this.#byUuid[kind];
		const ask = (name) => this.#http.request(call(`/${kind}/${name}/`));
		const answer = await unlessNotFound(() => ask(byUuid ? uuid : id));
		if (answer !== "not found") return answer;
		const other = await ask(byUuid ? id : uuid);
		if (other.status !== 404) this.#byUuid[kind] = !byUuid;
		return other;
	}
};
async function unlessNotFound(ask) {
	try {
		const answer = await ask();
		return answer.status === 404 && !answer.mayHaveWorked ? "not found" : answer;
	} catch (error) {
		if (isNotFound(error)) return "not found";
		throw error;
	}
}
function isNotFound(error) {
	if (error instanceof _poller_js__WEBPACK_IMPORTED_MODULE_3__.m) return error.fate === "refused";
	return error instanceof _poller_js__WEBPACK_IMPORTED_MODULE_3__.p && error.status === 404 && error.fate === "refused";
}
// src/vps/client.ts
function noneYet() {
	return {
		servers: new Directory(),
		snapshots: new Directory()
	};
}
function connect(connection, { servers, snapshots } = noneYet()) {
	const http = new Http(connection);
	const serverList = new _poller_js__WEBPACK_IMPORTED_MODULE_3__.n(http, "/servers/", (json) => (0,_values_js__WEBPACK_IMPORTED_MODULE_1__.f)(json, shown(json, servers, "a server")));
	const snapshotList = new _poller_js__WEBPACK_IMPORTED_MODULE_3__.n(http, "/snapshots/", readListed);
	const at = new Places(http, {
		servers,
		snapshots
	});
	const creation = new SnapshotCreation({
		http,
		at
	}, servers, readCreated);
	const byHand = byHandAt(connection.apiUrl, at);
	let toldForm = false;
	let soughtOwners = false;
	return {
		async listSnapshots(reading) {
			const list = (0,_poller_js__WEBPACK_IMPORTED_MODULE_3__.s)(await snapshotList.read(reading), _values_js__WEBPACK_IMPORTED_MODULE_1__.c);
			tellForm();
			if (soughtOwners || !hasOwnersByUuidOnly(list)) return list;
			soughtOwners = true;
			await listedServers();
			return (0,_poller_js__WEBPACK_IMPORTED_MODULE_3__.a)(list.map((one) => ({
				...one,
				server: {
					...one.server,
					id: servers.idOf(one.server.id)
				}
			})), list);
		},
		async listServers(reading) {
			const list = await serverList.read(reading);
			tellForm();
			return list;
		},
		async serverIds(named) {
			if (named.some((id) => servers.mayBeAnother(id))) await listedServers();
			return [...new Set(named.map((id) => servers.idOf(id)))];
		},
		snapshotIds: (named) => [...new Set(named.map((id) => snapshots.idOf(id)))],
		createSnapshot: (order) => creation.request(order),
		async restoreSnapshot(id) {
			await at.snapshot(id, (path) => ({
				method: "POST",
				path: `${path}restore/`,
				read: anything
			}));
		},
		async deleteSnapshot(id, reading) {
			try {
				const { status, mayHaveWorked } = await at.snapshot(id, (path) => ({
					...reading,
					method: "DELETE",
					path,
					accepts: 404,
					read: anything
				}));
				return status === 404 && !mayHaveWorked ? "absent" : "deleted";
			} catch (error) {
				if (error instanceof _poller_js__WEBPACK_IMPORTED_MODULE_3__.m && error.fate === "refused" && !snapshots.isShown(id)) return "absent";
				throw error;
			}
		},
		async power(server, action, urgency) {
			const ask = () => at.server(server, (path) => ({
				...urgency,
				method: "POST",
				path: `${path}power/`,
				body: { action },
				read: anything
			}));
			try {
				await ask();
			} catch (error) {
				if (!isNotFound(error) || servers.isShown(server) || urgency?.isLastWord) throw error;
				await listedServers();
				if (servers.uuidOf(server) === void 0) throw error;
				await ask();
			}
		},
		startByHand: byHand.start,
		byHand,
		async permissions() {
			try {
				return await http.send({
					...(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.t)(0),
					method: "GET",
					path: "/account/me/",
					read: permissionsIn
				});
			} catch (error) {
				if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_2__.l) return void 0;
				throw error;
			}
		},
		now: () => http.now()
	};
	function readListed(json) {
		const id = shown(json, snapshots, "a snapshot");
		return (0,_values_js__WEBPACK_IMPORTED_MODULE_1__.p)(json, {
			id,
			server: servers.learn((0,_values_js__WEBPACK_IMPORTED_MODULE_1__.u)(json))
		});
	}
	function readCreated(json, serverId) {
		const answer = isObject(json) ? json : {};
		const one = isObject(answer.snapshot) ? answer.snapshot : answer;
		const id = snapshots.learn(one);
		if (id === void 0) return void 0;
		return (0,_values_js__WEBPACK_IMPORTED_MODULE_1__.p)(one, {
			id,
			server: servers.learn((0,_values_js__WEBPACK_IMPORTED_MODULE_1__.u)(one)) ?? serverId
		});
	}
	async function listedServers() {
		try {
			await serverList.read((0,_start_js__WEBPACK_IMPORTED_MODULE_2__.t)(5e3));
		} catch (error) {
			if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_2__.l)) throw error;
		}
	}
	function hasOwnersByUuidOnly(list) {
		return list.some(({ id, server }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.i)(id) && server !== _values_js__WEBPACK_IMPORTED_MODULE_1__.l && !(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.i)(server.id) && !servers.uuidOf(server.id));
	}
	function tellForm() {
		if (toldForm) return;
		toldForm = true;
		const form = servers.isUuidOnly || snapshots.isUuidOnly ? "UUIDs only" : "integers";
		connection.log.debug(`This account’s API shows ids as ${form}.`);
	}
}
function shown(json, directory, what) {
	const id = directory.learn(json);
	if (id === void 0) throw new _values_js__WEBPACK_IMPORTED_MODULE_1__.s(`${what} without an id`);
	return id;
}
function isObject(json) {
	return typeof json === "object" && json !== null && !Array.isArray(json);
}
function permissionsIn(json) {
	const token = isObject(json) ? json.token : void 0;
	const permissions = isObject(token) ? token.permissions : void 0;
	return Array.isArray(permissions) ? permissions.filter((one) => typeof one === "string") : void 0;
}
function anything() {}
// src/waiting/probe.ts
async function probe(url, { fetch, clock, signal, deadline }) {
	const ms = Math.min(1e4, deadline - clock.now());
	try {
		return await (0,_github_js__WEBPACK_IMPORTED_MODULE_0__.a)({
			ms,
			clock,
			signal
		}, (stop) => answerOf(url, (at) => get(at, fetch, stop)));
	} catch (error) {
		signal.throwIfAborted();
		return {
			ok: false,
			words: reasonIn(error)
		};
	}
}
async function get(url, fetch, signal) {
	const response = await fetch(url, {
		redirect: "manual",
		signal
	});
	await response.body?.cancel();
	return response;
}
async function answerOf(url, ask) {
	let at = url;
	for (let redirects = 0; redirects <= 5; redirects++) {
		const response = await ask(at);
		const location = response.headers.get("location");
		if (response.status < 300 || response.status > 399 || location === null) return {
			ok: response.ok,
			words: String(response.status)
		};
		const target = URL.canParse(location, at) ? new URL(location, at) : void 0;
		if (!target || target.origin !== new URL(url).origin) return {
			ok: false,
			words: `${response.status}, a redirect to ${target?.host || "nowhere"}`
		};
		at = target.href;
	}
	return {
		ok: false,
		words: "one redirect after another"
	};
}
const reasons = {
	ENOTFOUND: "no such host",
	EAI_AGAIN: "no such host for now",
	ECONNREFUSED: "the connection was refused",
	ECONNRESET: "the connection was cut",
	ETIMEDOUT: "no answer"
};
function reasonIn(error) {
	for (let at = error, depth = 0; at instanceof Error && depth < 5; depth++) {
		const { code, errors, cause } = at;
		if (typeof code === "string") {
			const tls = tlsWords(code);
			if (tls) return `its certificate was not accepted, for ${tls.why} (${code}). ${tls.next}`;
			return `${reasons[code] ?? "no answer"} (${code})`;
		}
		at = errors?.[0] ?? cause;
	}
	return "no answer";
}
// src/real-deps.ts
function realDeps(inputs, planning, surroundings) {
	const { log, clock, signal } = surroundings;
	verifyCertificates(log);
	useProxies(log);
	const origin = readOrigin((run) => readNonce(jobFolder(), run));
	const { fetch } = globalThis;
	const { random } = Math;
	const userAgent = `vps-snapshot-action/1.0.0 (${origin.repository}; run ${origin.runId})`;
	const isRehearsal = (0,_values_js__WEBPACK_IMPORTED_MODULE_1__.r)(new URL(inputs.apiUrl).hostname);
	const pace = {
		intervalMs: inputs.pollIntervalMs,
		isRehearsal
	};
	const { apiUrl, apiToken: token } = inputs;
	const shown = noneYet();
	const reach = (deadline) => {
		const timing = {
			clock,
			random,
			signal,
			deadline,
			log,
			pace
		};
		const vps = connect({
			...timing,
			apiUrl,
			token,
			userAgent,
			fetch
		}, shown);
		return {
			vps,
			snapshots: snapshotPoller({
				...timing,
				vps
			}),
			servers: serverPoller({
				...timing,
				vps
			}),
			deadline,
			async probe(url) {
				const started = clock.now();
				const heard = await probe(url, {
					fetch,
					clock,
					signal,
					deadline
				});
				log.debug(`GET ready_url → ${(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.m)(heard.words)} in ${Math.round(clock.now() - started)} ms`);
				return heard;
			}
		};
	};
	const access = {
		place: readPlace(),
		token: inputs.githubToken,
		userAgent,
		fetch,
		clock,
		signal,
		log
	};
	let github;
	return {
		...surroundings,
		...reach(clock.now() + inputs.timeoutMs),
		reach,
		random,
		pace,
		planning,
		origin,
		addresses: ownAddresses(),
		notes: notesIn(jobFolder(), origin),
		github() {
			github ??= (0,_github_js__WEBPACK_IMPORTED_MODULE_0__.n)(access);
			return github;
		}
	};
}



/***/ })

};
