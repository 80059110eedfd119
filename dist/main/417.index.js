export const id = 417;
export const ids = [417];
export const modules = {

/***/ 429:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ Gate),
/* harmony export */   i: () => (/* binding */ within),
/* harmony export */   n: () => (/* binding */ reasonOf),
/* harmony export */   r: () => (/* binding */ graced),
/* harmony export */   t: () => (/* binding */ openGitHub)
/* harmony export */ });
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
		return { is: data.status === "completed" ? "over" : "going_on" };
	} catch (error) {
		return {
			is: "unknown",
			why: `GitHub ${reasonOf(error)}; the job needs permissions: actions: read`
		};
	}
}
function reasonOf(error) {
	const { response } = error;
	return response ? `answered ${response.status}` : "did not answer";
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

/***/ 260:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ Poller)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(835);


// src/waiting/poller.ts
var Poller = class {
	#options;
	#pending = new Set();
	#newcomer = new AbortController();
	#running = false;
	constructor(options) {
		this.#options = options;
	}
	ask(question) {
		const { clock, random } = this.#options;
		const { schedule, pace = this.#options.pace } = question;
		const askedAt = clock.now();
		const next = (0,_schedule_js__WEBPACK_IMPORTED_MODULE_1__.t)(schedule, pace, random);
		return new Promise((resolve, reject) => {
			this.#pending.add({
				askedAt,
				nextLookAt: askedAt + next(0),
				next,
				answer: (seen, elapsed) => {
					const verdict = question.judge(seen, elapsed);
					if (verdict.is === "pending") return false;
					resolve(verdict);
					return true;
				},
				expire: () => resolve({ is: "timed_out" }),
				fail: reject
			});
			this.#newcomer.abort();
			if (!this.#running) this.#run();
		});
	}
	async until(expectation) {
		const { schedule, windowMs, isSo, pace = this.#options.pace } = expectation;
		let seen;
		let so = false;
		const end = await this.ask({
			schedule,
			pace,
			judge(look, elapsed) {
				seen = look;
				so = isSo(look);
				return so || elapsed >= windowMs ? {
					is: "reached",
					found: void 0
				} : { is: "pending" };
			}
		});
		return {
			so,
			seen,
			timedOut: end.is === "timed_out"
		};
	}
	async #run() {
		this.#running = true;
		try {
			while (this.#pending.size > 0) await this.#tick();
		} catch (error) {
			this.#settleAll((pending) => pending.fail(error));
		} finally {
			this.#running = false;
		}
	}
	async #tick() {
		const { clock, deadline, signal } = this.#options;
		const now = clock.now();
		signal.throwIfAborted();
		if (now >= deadline) {
			this.#settleAll((pending) => pending.expire());
			return;
		}
		const next = Math.min(...[...this.#pending].map((pending) => pending.nextLookAt));
		const last = deadline - Math.min(1e3, (deadline - now) * .5);
		const lookAt = next < deadline ? next : last;
		if (lookAt > now && !await this.#slept(lookAt - now)) return;
		await this.#look();
		if (lookAt === last && next >= deadline) this.#settleAll((pending) => pending.expire());
	}
	async #slept(ms) {
		const { clock, signal } = this.#options;
		this.#newcomer = new AbortController();
		try {
			await clock.sleep(ms, AbortSignal.any([signal, this.#newcomer.signal]));
			return true;
		} catch {
			signal.throwIfAborted();
			return false;
		}
	}
	async #look() {
		const { clock, deadline, look, onTrouble, isPassing } = this.#options;
		const startedAt = clock.now();
		const present = [...this.#pending];
		let seen;
		try {
			seen = { list: await look() };
		} catch (error) {
			if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.F) return;
			if (!isPassing(error)) throw error;
			if (clock.now() < deadline) onTrouble(error);
		}
		for (const pending of present) {
			const elapsed = startedAt - pending.askedAt;
			if (seen && pending.answer(seen.list, elapsed)) this.#pending.delete(pending);
			else pending.nextLookAt = pending.askedAt + pending.next(elapsed);
		}
	}
	#settleAll(settle) {
		for (const pending of this.#pending) settle(pending);
		this.#pending.clear();
	}
};



/***/ }),

/***/ 417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   realDeps: () => (/* binding */ realDeps)
/* harmony export */ });
/* harmony import */ var _github_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(429);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);
/* harmony import */ var _poller_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(260);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24);
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(857);
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(896);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(760);








// src/reading/pollers.ts
const betweenLooks = { patienceMs: 5e3 };
function snapshotPoller(deps) {
	return pollerOf(() => deps.vps.listSnapshots(betweenLooks), deps);
}
function serverPoller(deps) {
	return pollerOf(() => deps.vps.listServers(betweenLooks), deps);
}
function pollerOf(look, deps) {
	const { pace, log, clock, random, signal, deadline } = deps;
	return new _poller_js__WEBPACK_IMPORTED_MODULE_1__.t({
		look,
		isPassing: (error) => error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.u && error.passing,
		onTrouble: (error) => log.info(`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.k)(String(error.message))} Looking again soon.`),
		pace,
		clock,
		random,
		signal,
		deadline
	});
}
// src/runner/addresses.ts
function ownAddresses() {
	return Object.values((0,node_os__WEBPACK_IMPORTED_MODULE_5__.networkInterfaces)()).flatMap((addresses) => (addresses ?? []).filter(({ internal }) => !internal).map(({ address }) => address));
}
// node_modules/@actions/github/lib/context.js
var Context = class {
	constructor() {
		var _a, _b, _c;
		this.payload = {};
		if (process.env.GITHUB_EVENT_PATH) {
			if ((0,fs__WEBPACK_IMPORTED_MODULE_4__.existsSync)(process.env.GITHUB_EVENT_PATH)) this.payload = JSON.parse((0,fs__WEBPACK_IMPORTED_MODULE_4__.readFileSync)(process.env.GITHUB_EVENT_PATH, { encoding: "utf8" }));
			else {
				const path = process.env.GITHUB_EVENT_PATH;
				process.stdout.write(`GITHUB_EVENT_PATH ${path} does not exist${os__WEBPACK_IMPORTED_MODULE_3__.EOL}`);
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
function readOrigin(nonce) {
	const { sha, actor, runId, runAttempt, serverUrl } = context;
	const repository = process.env.GITHUB_REPOSITORY || "unknown/unknown";
	return {
		repository,
		runId: String(runId || 0),
		attempt: String(runAttempt || 1),
		nonce,
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
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.N({
		title: "Proxy not usable",
		message: `${variable} does not name a proxy that can be used.`,
		next: "Set it to a URL such as http://proxy.example.com:3128, or remove it."
	});
}
// src/state/job-folder.ts
function readNonce(runnerTemp) {
	return {
		job: runnerTemp ? jobNonce(runnerTemp) : random(),
		step: random()
	};
}
function jobNonce(runnerTemp) {
	const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_6__.join)(runnerTemp, "vps-snapshot-action");
	const file = (0,node_path__WEBPACK_IMPORTED_MODULE_6__.join)(folder, "job");
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_2__.mkdirSync)(folder, { recursive: true });
		(0,node_fs__WEBPACK_IMPORTED_MODULE_2__.writeFileSync)(file, random(), { flag: "wx" });
	} catch {}
	try {
		const kept = (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.readFileSync)(file, "utf8");
		return /^[0-9a-f]{8}$/.test(kept) ? kept : random();
	} catch {
		return random();
	}
}
function random() {
	return Buffer.from(crypto.getRandomValues(new Uint8Array(4))).toString("hex");
}
// src/vps/error-body.ts
function wordsOf(body) {
	const json = parsed(body);
	const words = json === void 0 ? fromPage(body.slice(0, 4e3)) : fromJson(json);
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.D)(words, 200);
}
function parsed(body) {
	try {
		return JSON.parse(body);
	} catch {
		return;
	}
}
function fromJson(json) {
	if (typeof json === "string") return json;
	if (Array.isArray(json)) return json.map(fromJson).filter(Boolean).join(" ");
	if (typeof json !== "object" || json === null) return "";
	const fields = json;
	for (const name of [
		"detail",
		"message",
		"error"
	]) {
		const words = fromJson(fields[name]);
		if (words) return words;
	}
	return Object.entries(fields).filter(([, value]) => Array.isArray(value)).map(([name, value]) => `${name}: ${fromJson(value)}`).join("; ");
}
function fromPage(body) {
	return /<title[^>]*>([^<]*)<\/title>/i.exec(body)?.[1] ?? body.replace(/<(style|script)[\s\S]*?<\/\1>/gi, " ").replace(/<[^>]*>/g, " ");
}
// src/vps/model.ts
const nobody = {
	id: "0",
	name: "no server"
};
var Malformed = class extends Error {};
function readServer(json) {
	const server = object(json, "a server");
	const id = idOf(server.id, "a server without an id");
	return {
		id,
		name: text(server.name) || `server ${id}`,
		status: text(server.status).toLowerCase(),
		ipAddress: text(server.ip_address) || null
	};
}
function readListed(json) {
	const snapshot = object(json, "a snapshot");
	const status = text(snapshot.status) || "unknown";
	try {
		return readSnapshot({
			...snapshot,
			status
		});
	} catch {
		return {
			...readSnapshot({
				...snapshot,
				status,
				server: 1
			}),
			server: nobody
		};
	}
}
function readSnapshot(json) {
	const snapshot = object(json, "a snapshot");
	const id = idOf(snapshot.id, "a snapshot without an id");
	const status = text(snapshot.status).toLowerCase();
	if (status === "") throw new Malformed(`snapshot ${id} without a status`);
	return {
		id,
		server: readOwner(snapshot.server, id),
		name: text(snapshot.name),
		status,
		sizeMb: typeof snapshot.size_mb === "number" ? snapshot.size_mb : null,
		createdAt: readTime(snapshot.created_at),
		description: text(snapshot.description)
	};
}
function readPage(json, read) {
	const page = object(json, "a list");
	const results = page.results;
	if (!Array.isArray(results)) throw new Malformed("a list without \"results\"");
	return {
		items: results.map(read),
		next: text(page.next) || null
	};
}
function readOwner(json, snapshotId) {
	const owner = typeof json === "object" && json !== null ? json : { id: json };
	const id = idOf(owner.id, `snapshot ${snapshotId} without a server`);
	return {
		id,
		name: text(owner.name) || `server ${id}`
	};
}
function readTime(json) {
	return typeof json === "string" && !Number.isNaN(Date.parse(json)) ? json : null;
}
function object(json, what) {
	if (typeof json !== "object" || json === null || Array.isArray(json)) throw new Malformed(`no object for ${what}`);
	return json;
}
function idOf(json, problem) {
	const id = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.T)(json);
	if (id === void 0) throw new Malformed(problem);
	return id;
}
function text(json) {
	return typeof json === "string" ? json : "";
}
// src/vps/http.ts
var Http = class {
	#connection;
	#redact;
	#gate = new _github_js__WEBPACK_IMPORTED_MODULE_7__.a(8);
	#apiClock;
	constructor(connection) {
		this.#connection = connection;
		this.#redact = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.O)(connection.token);
	}
	now() {
		const { clock } = this.#connection;
		return this.#apiClock ? this.#apiClock.epochMs + clock.now() - this.#apiClock.at : clock.date().getTime();
	}
	async send(call) {
		return (await this.request(call)).body;
	}
	async request(call) {
		const { clock, signal } = this.#connection;
		const patience = clock.now() + (call.patienceMs ?? Number.POSITIVE_INFINITY);
		let mayHaveWorked = false;
		for (let attempt = 1;; attempt++) try {
			return {
				...await this.#gate.pass(() => this.#once(call, mayHaveWorked), signal),
				mayHaveWorked
			};
		} catch (error) {
			if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.u)) throw error;
			mayHaveWorked ||= error.fate === "unknown";
			if (call.method === "POST" || !error.passing) throw error;
			await this.#pause(error, {
				attempt,
				patience
			});
		}
	}
	async #pause(error, { attempt, patience }) {
		const { clock, deadline, signal, log } = this.#connection;
		const asked = error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.s ? error.retryAfterMs : void 0;
		const pause = Math.max(asked ?? 0, this.#backoff(attempt));
		const end = asked === void 0 ? Math.min(patience, deadline) : deadline;
		if (clock.now() >= patience || clock.now() + pause >= end) throw error;
		log.info(`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.k)(error.message)} Trying again in ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.r)(pause)}.`);
		await clock.sleep(pause, signal);
		if (clock.now() >= deadline) throw error;
	}
	#backoff(attempt) {
		return Math.min(500 * 2 ** (attempt - 1), 1e4) * (.8 + .4 * this.#connection.random());
	}
	async #once(call, mayHaveWorked) {
		const { clock, deadline, signal, log } = this.#connection;
		signal.throwIfAborted();
		const endpoint = `${call.method} ${call.path}`;
		const started = clock.now();
		const limit = Math.min(3e4, deadline - started);
		if (limit <= 0) throw outOfTime(endpoint);
		const fetch = (leave) => (0,_github_js__WEBPACK_IMPORTED_MODULE_7__.i)({
			ms: limit,
			clock,
			signal: leave
		}, (stop) => this.#fetch(call, stop));
		let outcome = "no answer";
		try {
			const response = await (call.method === "POST" ? (0,_github_js__WEBPACK_IMPORTED_MODULE_7__.r)({
				ms: 1500,
				clock,
				signal
			}, fetch) : fetch(signal));
			outcome = String(response.status);
			this.#setClock(response.headers.get("date"));
			if (response.status === call.accepts) return {
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
			if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.u) throw error;
			if (signal.aborted && call.method !== "POST") throw signal.reason;
			throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.c({
				endpoint,
				mayHaveWorked
			}, codeOf(error), error);
		} finally {
			log.debug(`${endpoint} → ${outcome} in ${Math.round(clock.now() - started)} ms`);
		}
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
		return {
			status: response.status,
			headers: response.headers,
			body: await response.text()
		};
	}
	#read(call, attempt, answer) {
		const { status, headers, body } = answer;
		if (status < 200 || status > 299) {
			const words = wordsOf(this.#redact(body)) || this.#redact(redirection(headers));
			throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.s(attempt, {
				status,
				words,
				retryAfterMs: retryAfter(headers, this.now())
			});
		}
		try {
			return call.read(call.method === "DELETE" ? void 0 : JSON.parse(body));
		} catch (error) {
			const words = wordsOf(this.#redact(body)) || "an empty body";
			throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.l(attempt.endpoint, error instanceof Malformed ? error.message : words, error);
		}
	}
	#setClock(date) {
		const epochMs = Date.parse(date ?? "");
		if (!Number.isNaN(epochMs)) this.#apiClock = {
			epochMs,
			at: this.#connection.clock.now()
		};
	}
};
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
	return `a redirect to ${URL.canParse(location) ? new URL(location).host : "another path"}`;
}
function outOfTime(endpoint) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.F({
		title: "Timed out",
		message: `The time set by timeout_minutes was over before ${endpoint} could be sent.`,
		next: "Raise timeout_minutes."
	});
}
function codeOf(error) {
	for (let at = error, depth = 0; at instanceof Error && depth < 5; depth++) {
		const { code, errors, cause } = at;
		if (typeof code === "string") return code;
		at = cause ?? errors?.[0];
	}
	return error instanceof Error ? error.name : "unknown";
}
// src/vps/list.ts
async function wholeList(http, listing) {
	const { path, read, patienceMs } = listing;
	const items = [];
	const visited = new Set();
	for (let next = path; next !== null;) {
		if (visited.has(next)) throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.l(`GET ${path}`, `its page ${next} comes again`);
		if (visited.size === 100) throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.l(`GET ${path}`, `more than 100 pages`);
		visited.add(next);
		const patience = patienceMs === void 0 ? {} : { patienceMs };
		const page = await http.send({
			method: "GET",
			path: next,
			read: (json) => readPage(json, read),
			...patience
		});
		items.push(...page.items);
		next = page.next === null ? null : following(page.next, next, listing);
	}
	return [...new Map(items.map((item) => [item.id, item])).values()];
}
function following(next, current, { apiUrl, path }) {
	const base = new URL(apiUrl);
	const root = base.pathname.replace(/\/$/, "");
	const here = `${apiUrl}${current}`;
	const url = URL.canParse(next, here) ? new URL(next, here) : void 0;
	if (!url || url.host !== base.host || !url.pathname.startsWith(`${root}/`)) throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.l(`GET ${path}`, `its next page is not on ${base.host}`);
	return url.pathname.slice(root.length) + url.search;
}
// src/vps/client.ts
function connect(connection) {
	const http = new Http(connection);
	const { apiUrl } = connection;
	return {
		listSnapshots: (reading) => wholeList(http, {
			apiUrl,
			path: "/snapshots/",
			read: readListed,
			...reading
		}),
		listServers: (reading) => wholeList(http, {
			apiUrl,
			path: "/servers/",
			read: readServer,
			...reading
		}),
		createSnapshot({ serverId, name, description }) {
			const body = {
				server_id: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.w)(serverId),
				name,
				description
			};
			return http.send({
				method: "POST",
				path: "/snapshots/",
				body,
				read: readSnapshot
			});
		},
		restoreSnapshot: (id) => http.send({
			method: "POST",
			path: `/snapshots/${id}/restore/`,
			read: anything
		}),
		async deleteSnapshot(id, reading) {
			const call = {
				method: "DELETE",
				path: `/snapshots/${id}/`,
				accepts: 404,
				read: anything,
				...reading
			};
			const { status, mayHaveWorked } = await http.request(call);
			return status === 404 && !mayHaveWorked ? "absent" : "deleted";
		},
		now: () => http.now()
	};
}
function anything() {}
// src/waiting/probe.ts
async function probe(url, { fetch, clock, signal, deadline }) {
	try {
		return await (0,_github_js__WEBPACK_IMPORTED_MODULE_7__.i)({
			ms: Math.min(1e4, deadline - clock.now()),
			clock,
			signal
		}, async (stop) => {
			const response = await fetch(url, {
				redirect: "manual",
				signal: stop
			});
			await response.body?.cancel();
			return response.ok;
		});
	} catch {
		signal.throwIfAborted();
		return false;
	}
}
// src/real-deps.ts
function realDeps(inputs, planning, surroundings) {
	const { log, clock, signal } = surroundings;
	useProxies(log);
	const origin = readOrigin(readNonce(jobFolder()));
	const { fetch } = globalThis;
	const { random } = Math;
	const userAgent = `vps-snapshot-action/1.0.0 (${origin.repository}; run ${origin.runId})`;
	const deadline = clock.now() + inputs.timeoutMs;
	const timing = {
		clock,
		random,
		signal,
		deadline,
		log,
		pace: { intervalMs: inputs.pollIntervalMs }
	};
	const vps = connect({
		...timing,
		apiUrl: inputs.apiUrl,
		token: inputs.apiToken,
		userAgent,
		fetch
	});
	const access = {
		place: readPlace(),
		token: inputs.githubToken,
		userAgent,
		fetch,
		clock,
		signal
	};
	let github;
	return {
		...surroundings,
		...timing,
		vps,
		snapshots: snapshotPoller({
			...timing,
			vps
		}),
		servers: serverPoller({
			...timing,
			vps
		}),
		planning,
		origin,
		addresses: ownAddresses(),
		github() {
			github ??= (0,_github_js__WEBPACK_IMPORTED_MODULE_7__.t)(access);
			return github;
		},
		probe: (url) => probe(url, {
			fetch,
			clock,
			signal,
			deadline
		})
	};
}



/***/ }),

/***/ 835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ windowIn),
/* harmony export */   i: () => (/* binding */ snapshotSchedule),
/* harmony export */   n: () => (/* binding */ restoreSchedule),
/* harmony export */   r: () => (/* binding */ settlingSchedule),
/* harmony export */   t: () => (/* binding */ lookTimes)
/* harmony export */ });
// src/waiting/schedule.ts
const snapshotSchedule = {
	first: [
		2,
		5,
		10,
		15
	].map(seconds),
	plausible: 18e4,
	usual: 6e5
};
const restoreSchedule = {
	first: [
		.5,
		2,
		5,
		10
	].map(seconds),
	plausible: 3e5,
	usual: 9e5
};
const settlingSchedule = {
	first: [
		.5,
		1.5,
		3,
		6,
		10,
		15,
		20
	].map(seconds),
	plausible: 0,
	usual: 6e5
};
const share = {
	before: .095,
	within: .0188,
	beyond: .05
};
const longestGap = 3e4;
const jitter = .1;
const imprecision = .99;
function nextLook(schedule, elapsed, random) {
	const early = schedule.first.find((look) => look > elapsed + imprecision);
	if (early !== void 0) return early;
	const { first, plausible, usual } = schedule;
	if (elapsed >= plausible) return elapsed + gap(elapsed, elapsed < usual ? share.within : share.beyond, random);
	if (elapsed + gap(elapsed, share.before, 1) >= plausible) return Math.min(spread(plausible, share.within, random), elapsed + longestGap);
	return elapsed < (first.at(-1) ?? 0) * (1 + share.before / 10) ? spread(elapsed, share.before, .25 + random) : elapsed + gap(elapsed, share.before, random);
}
function lookTimes(schedule, { intervalMs }, random) {
	return (elapsed) => intervalMs === void 0 ? nextLook(schedule, elapsed, random()) : (Math.floor((elapsed + Math.min(imprecision, intervalMs / 2)) / intervalMs) + 1) * intervalMs;
}
function windowIn({ intervalMs }, usualMs) {
	return intervalMs === void 0 ? usualMs : 10 * intervalMs;
}
function spread(elapsed, part, gaps) {
	return elapsed + elapsed * part * gaps;
}
function gap(elapsed, part, random) {
	return Math.min(elapsed * part * (.9 + 2 * jitter * random), longestGap);
}
function seconds(number) {
	return number * 1e3;
}



/***/ })

};
