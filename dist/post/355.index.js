export const id = 355;
export const ids = [355];
export const modules = {

/***/ 355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ recall),
/* harmony export */   a: () => (/* binding */ decide),
/* harmony export */   i: () => (/* binding */ readMark),
/* harmony export */   n: () => (/* binding */ madeFor),
/* harmony export */   o: () => (/* binding */ keepsAll),
/* harmony export */   r: () => (/* binding */ isOfRun),
/* harmony export */   readState: () => (/* binding */ readState),
/* harmony export */   reasonFor: () => (/* binding */ reasonFor),
/* harmony export */   s: () => (/* binding */ wordOf),
/* harmony export */   t: () => (/* binding */ idOfTarget)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(819);

// src/rules/policy.ts
const endings = [
	"success",
	"failure",
	"cancelled"
];
const policyWords = [
	"keep",
	"restore",
	"delete",
	"restore,delete"
];
const policies = {
	keep: {
		restore: false,
		delete: false
	},
	restore: {
		restore: true,
		delete: false
	},
	delete: {
		restore: false,
		delete: true
	},
	"restore,delete": {
		restore: true,
		delete: true
	}
};
function policyOf(text) {
	const word = policyWords.find((candidate) => candidate === text.replace(/\s+/g, ""));
	return word && policies[word];
}
function wordOf(policy) {
	return policyWords.find((word) => policies[word].restore === policy.restore && policies[word].delete === policy.delete) ?? "";
}
function keepsAll(policy) {
	return !policy.restore && !policy.delete;
}
function decide(policy, confirmed, complete) {
	if (!confirmed || !policy.restore) return policy.delete ? "delete" : "keep";
	if (!complete) return "lost_rollback";
	return policy.delete ? "restore_then_delete" : "restore";
}
// src/inputs/values.ts
function boolean(input, value) {
	if (/^(true|True|TRUE)$/.test(value)) return true;
	if (/^(false|False|FALSE)$/.test(value)) return false;
	throw unusable(input, value, "true or false");
}
function positiveNumber(input, value) {
	const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : 0;
	if (number <= 0 || !Number.isFinite(number)) throw unusable(input, value, "a positive number, such as 30 or 0.5");
	return number;
}
function apiUrl(input, value) {
	const url = parsedUrl(input, value, "an https URL such as https://admin.vps.org/api/v1");
	if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.hostname))) throw unusable(input, value, "an https URL; http would show the token to everyone on the way");
	if (/[?#]/.test(url.href)) throw unusable(input, value, "a URL without query and fragment");
	return url.href.replace(/\/+$/, "");
}
function webUrl(input, value) {
	const url = parsedUrl(input, value, "a URL such as https://example.com/health");
	if (!/^https?:$/.test(url.protocol)) throw unusable(input, value, "an http or https URL");
	return url.href;
}
function unusable(input, value, allowed) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.j(input, `Input ${input} is "${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.D)(value, 80)}".`, `Allowed: ${allowed}.`);
}
function parsedUrl(input, value, allowed) {
	if (!URL.canParse(value)) throw unusable(input, value, allowed);
	const url = new URL(value);
	if (url.username || url.password) throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.j(input, `Input ${input} has a user name or password in it.`, `Allowed: ${allowed}.`);
	return url;
}
function isLoopback(hostname) {
	return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}
// src/inputs/raw.ts
function flag(raw, input, otherwise) {
	return optional(raw, input, boolean) ?? otherwise;
}
function optional(raw, input, parse) {
	const text = raw(input);
	return text === "" ? void 0 : parse(input, text);
}
// src/inputs/reporting.ts
const words = [
	"summary",
	"comment",
	"status"
];
function readReporting(raw) {
	const text = raw("report") || "summary";
	const wanted = text.split(/[\s,]+/).filter((word) => word !== "");
	const known = wanted.every((word) => words.some((candidate) => candidate === word));
	if (text !== "none" && (!known || wanted.length === 0)) throw unusable("report", text, `any of ${words.join(", ")}; or none alone`);
	return {
		summary: wanted.includes("summary"),
		comment: wanted.includes("comment"),
		status: wanted.includes("status")
	};
}
function readCommon(raw) {
	return {
		apiToken: token(raw("api_token")),
		apiUrl: apiUrl("api_url", raw("api_url") || "https://admin.vps.org/api/v1"),
		timeoutMs: scaled(optional(raw, "timeout_minutes", positiveNumber), 6e4) ?? 36e5,
		pollIntervalMs: scaled(optional(raw, "poll_interval_seconds", positiveNumber), 1e3),
		dryRun: flag(raw, "dry_run", false),
		report: readReporting(raw),
		githubToken: raw("github_token")
	};
}
function token(text) {
	if (text === "") throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.j("api_token", "Input api_token is empty.", "Set it to a secret, such as ${{ secrets.VPS_API_TOKEN }}. Secrets are not passed to runs from forks, nor to Dependabot.");
	if (!/^[\x21-\x7e]+$/.test(text)) throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.j("api_token", "Input api_token has characters in it that no token has (white space, control or non-ASCII characters).", "Copy the token into the secret again, without line breaks.");
	return text;
}
function scaled(number, unit) {
	return number === void 0 ? void 0 : number * unit;
}
// src/inputs/policies.ts
function readPolicy(raw, ending) {
	const text = raw(`on_${ending}`);
	const policy = policyOf(text || "keep");
	if (!policy) throw unusable(`on_${ending}`, text, policyWords.join("; "));
	return policy;
}
function isEnding(text) {
	return endings.some((ending) => ending === text);
}
// src/rules/ownership.ts
const longestRepositoryInName = 40;
const markPattern = /\[gha ([^\s/[\]]+\/[^\s/[\]]+) run (\d+)\.(\d+) ([0-9a-f]{8})-([0-9a-f]{8})\]\s*$/;
function readMark(text) {
	const [, repository, runId, attempt, job, step] = markPattern.exec(text) ?? [];
	if (!repository || !runId || !attempt || !job || !step) return null;
	return {
		repository,
		runId,
		attempt,
		nonce: {
			job,
			step
		}
	};
}
function generatedName(origin, serverId) {
	return `gha-${(origin.repository.split("/")[1] ?? "").replace(/[^A-Za-z0-9_-]/g, "-").slice(0, longestRepositoryInName)}-${origin.runId}-${origin.attempt}-${hash6(`${origin.nonce.step}:${serverId}`)}`;
}
function hash6(text) {
	let hash = 2166136261;
	for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619);
	return (hash >>> 0).toString(16).padStart(8, "0").slice(0, 6);
}
function isOfRun(mark, origin) {
	return mark !== null && sameRepository(mark, origin) && mark.runId === origin.runId;
}
function sameNonce(one, other) {
	return one.job === other.job && one.step === other.step;
}
function sameRepository(one, other) {
	return one.repository.toLowerCase() === other.repository.toLowerCase();
}
// src/rules/adoption.ts
function madeBy(request, snapshots) {
	return snapshots.filter((snapshot) => snapshot.server.id === request.serverId && isFrom(request, snapshot)).sort(_start_js__WEBPACK_IMPORTED_MODULE_0__.C);
}
function isFrom(request, snapshot) {
	const mark = readMark(snapshot.description);
	if (mark) return sameNonce(mark.nonce, request.mark.nonce);
	return snapshot.name === request.name && request.name === generatedName(request.mark, request.serverId);
}
function readSavedState(text) {
	try {
		const state = JSON.parse(text);
		return state.version === 2 && Array.isArray(state.targets) ? state : void 0;
	} catch {
		return;
	}
}
function idOfTarget({ request }) {
	return typeof request === "object" ? request.id : void 0;
}
function idsIn({ targets }) {
	return targets.flatMap((target) => idOfTarget(target) ?? []);
}
function madeFor(target, { nonce, origin }, list) {
	if (!target.server || target.name === null) return [];
	return madeBy({
		serverId: target.server.id,
		name: target.name,
		mark: {
			...origin,
			nonce
		}
	}, list);
}
// src/inputs/guard.ts
function readGuardInputs(raw) {
	const status = raw("job_status");
	const ending = isEnding(status) ? status : void 0;
	const policy = ending ? readPolicy(raw, ending) : withoutEnding(raw);
	const common = readCommon(raw);
	return {
		...common,
		timeoutMs: ending === "cancelled" ? Math.min(common.timeoutMs, 18e4) : common.timeoutMs,
		ending,
		policy,
		readyUrl: optional(raw, "ready_url", webUrl),
		force: flag(raw, "force", false)
	};
}
function withoutEnding(raw) {
	if (endings.map((ending) => readPolicy(raw, ending)).some((policy) => !keepsAll(policy))) throw unusable("job_status", raw("job_status"), endings.join(", "));
	return {
		restore: false,
		delete: false
	};
}
// src/modes/guard/read-state.ts
function readState(text, raw) {
	const saved = readSavedState(text);
	if (!saved) throw unreadable();
	const ids = idsIn(saved);
	try {
		const work = {
			...readGuardInputs(raw),
			saved
		};
		if (work.apiUrl !== saved.apiUrl) throw otherApi();
		return work;
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.A)) throw error;
		const { title, message, next } = error;
		const names = ids.length > 0 ? ` Kept: snapshot ${ids.join(", ")}.` : "";
		throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.A({
			title,
			message: `${message} Nothing was done after the job.${names}`,
			next,
			rollback: ids,
			cause: error
		});
	}
}
function reasonFor({ ending, policy, saved }) {
	const state = saved.confirmed ? "confirmed complete before the deploy" : "not confirmed by the main step";
	return `${ending ? `The job ended with ${ending}, and on_${ending} is ${wordOf(policy)}.` : "This runner does not tell how the job ended, and no policy is set."} ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.n)(saved.targets.length, "snapshot")}, ${state}.`;
}
function recall({ saved }, { journal, clock }) {
	for (const { server, request, requestedAt, completeAt } of saved.targets) {
		if (!server || request === "refused") continue;
		if (requestedAt) journal.happened("snapshot requested", new Date(requestedAt), server.id);
		if (completeAt) journal.happened("snapshot complete", new Date(completeAt), server.id);
		journal.happened("job ended", clock.date(), server.id);
	}
}
function unreadable() {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.A({
		title: "State not readable",
		message: "What the main step saved for the end of the job was written by another version of this action. Nothing was done after the job.",
		next: "Use one version of the action per job. The main step’s log and summary name the snapshot."
	});
}
function otherApi() {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.A({
		title: "Another api_url",
		message: "Input api_url is another one now than when the snapshot was taken, and the token is not sent there.",
		next: "Give api_url a value that does not change during the job."
	});
}



/***/ })

};
