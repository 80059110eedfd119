var __webpack_exports__ = {};

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = process.getBuiltinModule("node:fs");
;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = process.getBuiltinModule("node:http");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = process.getBuiltinModule("node:path");
;// CONCATENATED MODULE: ./build/rehearsal/server/start.js



// src/text/text.ts
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\s]+/gu;
const plain = /^(?:[!-~]| (?! ))*$/;
function oneLine(text, longest = 300) {
	const line = disarmed(plain.test(text) ? text : text.replace(unprintable, " ")).trim();
	return line.length <= longest ? line : `${shorten(line, longest - 1)}…`;
}
function disarmed(line) {
	return line.replace(/##(?=\[)/g, "## ").replace(/^([\s\x85]*):(?=:)/, "$1: ");
}
function shorten(text, length) {
	return text.slice(0, Math.max(0, length)).replace(/[\uD800-\uDBFF]$/, "");
}
const syntax = /[&<>"'`*_{}[\]()#+!|~\\@$:]/g;
function markdown(text, longest) {
	return oneLine(text, longest).replace(syntax, (character) => `&#${character.charCodeAt(0)};${"@#".includes(character) ? "​" : ""}`).replace(/\b(www)\./gi, "$1&#46;");
}
function redactor(secret) {
	const escaped = [
		encodeURIComponent(secret),
		JSON.stringify(secret).slice(1, -1),
		markdown(secret)
	];
	const forms = [...new Set([secret, ...escaped])].filter((form) => form !== "");
	return (text) => forms.reduce((clean, form) => clean.replaceAll(form, "***"), text);
}
// rehearsal/action/fetch-report.ts
function addressFile(folder) {
	return (0,external_node_path_namespaceObject.join)(folder, "address");
}
// rehearsal/action/desk.ts
async function openDesk(folder, { report, end }) {
	const path = `/${crypto.randomUUID()}`;
	const desk = (0,external_node_http_namespaceObject.createServer)((request, response) => {
		if (request.method !== "POST" || request.url !== path) {
			response.writeHead(404).end();
			return;
		}
		response.writeHead(200, {
			"content-type": "application/json",
			connection: "close"
		});
		response.end(JSON.stringify(report()), end);
	});
	await new Promise((resolve, reject) => {
		desk.once("error", reject).listen(0, "127.0.0.1", resolve);
	});
	const { port } = desk.address();
	(0,external_node_fs_namespaceObject.writeFileSync)(addressFile(folder), `http://127.0.0.1:${port}${path}`);
}
// rehearsal/http/server.ts
async function serve(fake, { port = 0, host = "127.0.0.1" } = {}) {
	const server = (0,external_node_http_namespaceObject.createServer)((incoming, outgoing) => {
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
	return external_node_http_namespaceObject.STATUS_CODES[status] ?? "Unknown Status";
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
function always$1(value) {
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
		status: always$1(status),
		address: always$1(ip_address)
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
		next: follower > last ? null : start_link(call, follower),
		previous: current === 1 ? null : start_link(call, current - 1)
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
function start_link({ settings, headers, path, query }, number) {
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
// src/rules/ownership.ts
const longestDescription = 200;
const longestRepositoryInName = 40;
function description(words, origin) {
	const mark = markOf(origin);
	const room = longestDescription - mark.length - 1;
	const text = words.replace(/\s+/g, " ").trim();
	const kept = text.length <= room ? text : `${shorten(text, room - 1)}…`;
	return kept ? `${kept} ${mark}` : ` ${mark}`;
}
function label(name, origin) {
	return `${name} ${markOf(origin)}`;
}
function markOf({ repository, runId, attempt, nonce }) {
	return `[gha ${repository} run ${runId}.${attempt} ${nonce.job}-${nonce.step}]`;
}
function generatedName(origin, serverId) {
	return `gha-${(origin.repository.split("/")[1] ?? "").replace(/[^A-Za-z0-9_-]/g, "-").slice(0, longestRepositoryInName)}-${origin.runId}-${origin.attempt}-${hash6(`${origin.nonce.step}:${serverId}`)}`;
}
function hash6(text) {
	let hash = 2166136261;
	for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619);
	return (hash >>> 0).toString(16).padStart(8, "0").slice(0, 6);
}
// rehearsal/action/faults.ts
const create = {
	method: "POST",
	path: /^\/snapshots\/$|\/snapshot\/$/
};
const restore = {
	method: "POST",
	path: /\/restore\/$/
};
const remove = { method: "DELETE" };
const lists = {
	method: "GET",
	path: /^\/(snapshots|servers)\/$/
};
const start_all = {};
const refused = {
	kind: "status",
	status: 403
};
const busy = {
	kind: "status",
	status: 409
};
const answerLost = {
	kind: "reset",
	processed: true
};
const troubles = {
	create_refused: always(create, refused),
	create_fails: { options: { createEndsAs: "failed" } },
	create_lost: once(create, answerLost),
	create_busy: once(create, busy),
	restore_refused: always(restore, refused),
	restore_fails: { options: { afterRestore: "error" } },
	restore_lost: once(restore, answerLost),
	restore_busy: once(restore, busy),
	restore_stops: { options: { afterRestore: "stopped" } },
	delete_refused: always(remove, refused),
	delete_lost: once(remove, answerLost),
	list_slow: always(lists, {
		kind: "hold",
		ms: 3e3
	}),
	list_stale: { options: {
		snapshotListLagMs: 3e3,
		serverListLagMs: 3e3
	} },
	list_lost: { faults: [{
		when: lists,
		times: 3,
		do: { kind: "html" }
	}] },
	throttled: { options: { throttle: {
		requests: 10,
		perMs: 1e4
	} } },
	token_refused: always(start_all, {
		kind: "status",
		status: 401
	}),
	servers_forbidden: { options: { serversForbidden: true } }
};
Object.keys(troubles);
function once(when, effect) {
	return { faults: [{
		when,
		do: effect
	}] };
}
function always(when, effect) {
	return { faults: [{
		when,
		times: Number.POSITIVE_INFINITY,
		do: effect
	}] };
}
// rehearsal/action/beginning.ts
const firstNewId = 801;
const powerMs = 3e3;
function beginningOf(plan, around) {
	const { form, createMs, restoreMs } = plan;
	const weather = plan.faults.map((name) => troubles[name]);
	const usual = {
		form,
		token: around.token,
		firstSnapshotId: firstNewId,
		createMs,
		restoreMs,
		stopTakesMs: powerMs,
		startTakesMs: powerMs
	};
	return {
		options: Object.assign(usual, ...weather.map(({ options }) => options)),
		servers: plan.servers.map((id) => ({
			id,
			name: `web-${id}`,
			hostname: `web-${id}.example.com`
		})),
		snapshots: seedsOf(plan, around),
		faults: weather.flatMap(({ faults = [] }) => faults)
	};
}
function seedsOf({ snapshots, form }, { repository, now }) {
	const oldestFirst = snapshots.toSorted((one, other) => other.ageMs - one.ageMs);
	return snapshots.map((snapshot) => {
		const run = oldestFirst.indexOf(snapshot) + 1;
		const { server, ageMs, name } = snapshot;
		return {
			id: 800 - snapshots.length + run,
			server,
			created_at: now - ageMs,
			...name === void 0 ? textsOfRun(run, {
				server,
				repository,
				form
			}) : { name }
		};
	});
}
function textsOfRun(run, { server, repository, form }) {
	const step = run.toString(16).padStart(8, "0");
	const mark = {
		repository,
		runId: String(run),
		attempt: "1",
		nonce: {
			job: step,
			step
		}
	};
	const name = generatedName(mark, String(server));
	if (form === "client") return {
		name: label(name, mark),
		description: ""
	};
	return {
		name,
		description: description("Before a deploy", mark)
	};
}
// rehearsal/action/rehearse.ts
async function rehearse(plan, around, port) {
	const beginning = beginningOf(plan, around);
	const running = await startApi(beginning, port);
	const shown = ({ id }) => running.api.shownId(id);
	return {
		...running,
		serverIds: beginning.servers.map(shown).join(),
		snapshotIds: beginning.snapshots.map(shown).join()
	};
}
// rehearsal/action/words.ts
const purposes = [
	[/^GET \/snapshots\/$/, "List of snapshots"],
	[/^GET \/servers\/$/, "List of servers"],
	[/^GET \/servers\/([^/]+)\/$/, "Server $1"],
	[/^GET \/account\/me\/$/, "Account"],
	[/^POST \/snapshots\/$/, "Snapshot of server $server_id"],
	[/^POST \/servers\/([^/]+)\/snapshot\/$/, "Snapshot of server $1"],
	[/^POST \/servers\/([^/]+)\/power\/$/, "Power of server $1, $action"],
	[/^POST \/snapshots\/([^/]+)\/restore\/$/, "Restore from snapshot $1"],
	[/^DELETE \/snapshots\/([^/]+)\/$/, "Deletion of snapshot $1"]
];
function inWords(entry, made) {
	const began = made.map((id) => `; snapshot ${id} began`).join("");
	return `${purposeOf(entry)}: ${outcomeOf(entry)}${began}`;
}
function purposeOf({ method, path, body }) {
	const fields = typeof body === "object" ? fieldsOf(JSON.stringify(body)) : {};
	for (const [pattern, purpose] of purposes) {
		const match = pattern.exec(`${method} ${path}`);
		if (match) return purpose.replace(/\$(\w+)/g, (_, name) => String(match[Number(name)] ?? fields[name] ?? "?"));
	}
	return "Nothing that the API has";
}
function outcomeOf({ method, status }) {
	if (status === "reset") return "the connection was cut, no answer";
	if (status === "hang") return "never answered";
	if (status < 300) return {
		GET: "given",
		DELETE: "done"
	}[method] ?? "accepted";
	return `${status < 500 ? "refused" : "failed"} (${status} ${external_node_http_namespaceObject.STATUS_CODES[status] ?? ""})`;
}
// rehearsal/action/report.ts
function reportOf(api, startedAt) {
	return {
		startedAt,
		endedAt: Date.now(),
		requests: api.ledger.map((entry) => asked(api, entry)),
		restores: api.state.restores.flatMap((restore) => restored(api, restore)),
		left: api.snapshots().map(({ id, server, status }) => ({
			snapshot: api.shownId(id),
			server: api.shownId(server.id),
			status
		}))
	};
}
function asked(api, entry) {
	const { at, method, path } = entry;
	const isCreate = method === "POST" && /\/(snapshots|snapshot)\/$/.test(path);
	return {
		at,
		method,
		path,
		what: inWords(entry, [...api.state.snapshots.values()].filter(({ createdAt }) => isCreate && createdAt === at).map(({ id }) => api.shownId(id)))
	};
}
function restored(api, { at, server, snapshot }) {
	const taken = api.state.snapshots.get(snapshot ?? NaN);
	const status = api.servers().find(({ id }) => id === server)?.status;
	if (!taken || status === void 0) return [];
	return [{
		at,
		server: api.shownId(server),
		snapshot: api.shownId(taken.id),
		takenAt: taken.createdAt,
		status
	}];
}
// rehearsal/action/server.ts
const longestJobMs = 216e5;
const lookMs = 1e3;
process.once("message", async (task) => {
	const word = await play(task).catch((error) => ({ problem: error.message }));
	process.send?.(word, () => "problem" in word && process.exit(1));
});
async function play({ plan, token, repository, folder }) {
	const startedAt = Date.now();
	const { api, url, serverIds, snapshotIds } = await rehearse(plan, {
		token,
		repository,
		now: startedAt
	});
	const report = () => redacted(reportOf(api, startedAt), token);
	await openDesk(folder, {
		report,
		end: () => process.exit()
	});
	setInterval(() => (0,external_node_fs_namespaceObject.existsSync)(folder) || process.exit(), lookMs);
	setTimeout(() => process.exit(), longestJobMs);
	return {
		url,
		serverIds,
		snapshotIds
	};
}
function redacted(report, token) {
	return JSON.parse(redactor(token)(JSON.stringify(report)));
}


;// CONCATENATED MODULE: ./build/rehearsal/server/index.js



