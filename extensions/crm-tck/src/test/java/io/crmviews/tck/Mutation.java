package io.crmviews.tck;

/** One way in which a connector is broken, and the case of the kit that must find it. */
enum Mutation {
    LOSES_THE_LAST_RECORD("everySeededKeyArrives"),
    STOPS_AT_ITS_FIRST_END("whatComesLaterArrives"),
    FIELDS_DEPEND_ON_THE_BATCH_SIZE("deliversTheSameAtEveryBatchSize"),
    OVERFILLS_BATCHES("keepsToTheReadLimit"),
    IGNORES_THE_BYTE_LIMIT("keepsToTheReadLimit"),
    IDLES_FOR_EVER("anIdleReadIsBounded"),
    SENDS_THE_LAST_RECORD_AGAIN_WHEN_IDLE("anIdleReadIsBounded"),
    HEARS_THE_FUTURE("saysUntilWhenItHasHeard"),
    SEQUENCE_IS_ABSENT("sequencesNeverFall"),
    MISSES_DELETES("deletesArrive"),
    CHECKPOINT_IS_TOO_FAR("goesOnAfterEveryBatch"),
    OLD_CHECKPOINTS_ARE_FORGOTTEN("everyCheckpointLosesNothing"),
    CHECKPOINT_DOES_NOT_COVER_REJECTS("theLastCheckpointCoversRecordsAndRejects"),
    BEGINS_ANEW_AT_GARBAGE("refusesAGarbageCheckpoint"),
    CHECKPOINT_POINTS_INTO_ITS_PROCESS("aCheckpointOutlivesItsProcess"),
    THROWS_AT_A_SECOND_CLOSE("closesTwiceAndInTime"),
    READS_AFTER_CLOSE("afterClosingEveryCallFails"),
    DEAF_TO_INTERRUPTS("anInterruptEndsARead"),
    LEAKS_THREADS("openingAndClosingLeavesNothing"),
    LEAKS_FILES_AT_A_FAILED_OPEN("aFailedOpenLeavesNothing"),
    SHARES_ITS_POSITION("twoSourcesDoNotDisturbEachOther"),
    ONE_BAD_RECORD_STOPS_THE_REST("aBadRecordIsRejectedAlone"),
    DROPS_BAD_RECORDS("aBadRecordIsRejectedAlone"),
    REASON_QUOTES_A_VALUE("aRejectKeepsTheBytesAndQuotesNothing"),
    REJECT_WITHOUT_BYTES("aRejectKeepsTheBytesAndQuotesNothing"),
    TAKES_A_CUT_FOR_THE_END("aCutLineLosesNothing"),
    FORGETS_RETRY_AFTER("aRateLimitSaysWhenToComeAgain"),
    RETRIES_REFUSED_CREDENTIALS("refusedCredentialsMakeNoStorm"),
    SERVER_ERROR_IS_A_RUNTIME_EXCEPTION("aServerErrorIsTransient"),
    WAITS_FOR_A_SLOW_SERVER("aSlowServerDoesNotHoldARead"),
    TRIMS_TEXT("oddTextArrivesUnchanged"),
    COUNTS_TIME_IN_32_BITS("oddTimesArriveUnchanged"),
    IS_OF_A_HIGHER_LEVEL("isOfALevelThatIsOffered"),
    DESCRIBES_ITSELF_DIFFERENTLY("describesItselfTheSameAlways"),
    PASSWORD_IS_TEXT("secretsAreTyped"),
    SECRET_IN_AN_EXCEPTION("secretsStayHidden"),
    HALF_WORKS("whatIsNotDeclaredFailsWithASentence"),
    CHECK_THROWS("reportsABadConfiguration"),
    CHECK_WRITES("checkAndDiscoverChangeNothing"),
    DISCOVERS_OTHER_STREAMS("discoversTheStreamsThatItDelivers"),
    LOOKUP_FINDS_TOO_MUCH("findsWhatTheChannelHolds"),
    SENDS_TWICE("aMessageSentAgainIsTakenOnce"),
    ONE_REFUSED_MESSAGE_STOPS_THE_REST("aRefusedMessageStopsNoOther"),
    ERASES_WITHOUT_RECEIPT("privacyRequestsAreAnsweredByReceiptOrReason"),
    /** Of the toy whose channel forgets. */
    ACKNOWLEDGES_WHEN_IT_READS("aKillBetweenReadAndAckLosesNothing"),
    /** Of the toy whose channel forgets. */
    CONFIRMS_EARLY("confirmsOnlyWhatIsAcknowledged"),
    /** Of the toy whose channel forgets. */
    FORGETS_WHAT_WAS_NOT_ACKNOWLEDGED("whatIsNotAcknowledgedComesAgain"),
    /** Not broken at all. */
    NONE("");

    final String caughtBy;

    Mutation(String caughtBy) {
        this.caughtBy = caughtBy;
    }

    boolean ofAForgetfulChannel() {
        return this == ACKNOWLEDGES_WHEN_IT_READS
                || this == CONFIRMS_EARLY
                || this == FORGETS_WHAT_WAS_NOT_ACKNOWLEDGED;
    }
}
