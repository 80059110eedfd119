export const id = 712;
export const ids = [712];
export const modules = {

/***/ 158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ readCustody),
/* harmony export */   t: () => (/* binding */ newTarget)
/* harmony export */ });
function readCustody(text) {
	try {
		const custody = JSON.parse(text);
		return custody.version === 1 && Array.isArray(custody.targets) ? custody : void 0;
	} catch {
		return;
	}
}
function newTarget(facts) {
	return {
		server: null,
		name: null,
		id: null,
		refused: false,
		requestedAt: null,
		completeAt: null,
		slotsUsed: null,
		...facts
	};
}



/***/ }),

/***/ 712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ recall),
/* harmony export */   reasonOf: () => (/* binding */ reasonOf),
/* harmony export */   takeOver: () => (/* binding */ takeOver)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(553);
/* harmony import */ var _custody_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(158);


// src/inputs/guard.ts
const cancelledBudgetMs = 180 * _index_js__WEBPACK_IMPORTED_MODULE_0__.M;
function readGuardInputs(raw) {
	const ending = raw("job_status");
	if (!(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.w)(ending)) throw (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.E)("job_status", ending, _index_js__WEBPACK_IMPORTED_MODULE_0__.P.join(", "));
	const common = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.C)(raw);
	return {
		...common,
		timeoutMs: ending === "cancelled" ? Math.min(common.timeoutMs, cancelledBudgetMs) : common.timeoutMs,
		ending,
		policy: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.T)(raw, ending),
		readyUrl: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.S)(raw, "ready_url", _index_js__WEBPACK_IMPORTED_MODULE_0__.D),
		force: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.x)(raw, "force", false)
	};
}
// src/modes/takeover.ts
function takeOver(saved, raw, journal) {
	const custody = (0,_custody_js__WEBPACK_IMPORTED_MODULE_1__.n)(saved);
	if (!custody) throw unreadable();
	const kept = custody.targets.flatMap(({ id }) => id ?? []);
	try {
		const work = {
			...readGuardInputs(raw),
			custody
		};
		if (work.apiUrl !== custody.apiUrl) throw otherApi();
		return work;
	} catch (error) {
		if (!(error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.L)) throw error;
		journal.rollback.push(...kept);
		const { title, message, next } = error;
		const names = kept.length > 0 ? ` Kept: snapshot ${kept.join(", ")}.` : "";
		throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.L({
			title,
			message: `${message} Nothing was done after the job.${names}`,
			next,
			cause: error
		});
	}
}
function reasonOf({ ending, policy, custody }) {
	const state = custody.confirmed ? "confirmed complete before the deploy" : "not confirmed by the main step";
	return `The job ended with ${ending}, and on_${ending} is ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.I)(policy)}. ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.r)(custody.targets.length, "snapshot")}, ${state}.`;
}
function recall({ custody }, { journal, clock }) {
	for (const { server, requestedAt, completeAt } of custody.targets) {
		if (!server) continue;
		if (requestedAt) journal.happened("snapshot requested", new Date(requestedAt), server.id);
		if (completeAt) journal.happened("snapshot complete", new Date(completeAt), server.id);
		journal.happened("job ended", clock.date(), server.id);
	}
}
function unreadable() {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.L({
		title: "State not readable",
		message: "What the main step saved for the end of the job was written by another version of this action. Nothing was done after the job.",
		next: "Use one version of the action per job. The main step’s log and summary name the snapshot."
	});
}
function otherApi() {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.L({
		title: "Another api_url",
		message: "Input api_url is another one now than when the snapshot was taken, and the token is not sent there.",
		next: "Give api_url a value that does not change during the job."
	});
}



/***/ })

};
