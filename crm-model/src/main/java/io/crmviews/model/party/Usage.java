package io.crmviews.model.party;

/** How a name, address or contact medium is used, as its source states it; never inferred. */
public enum Usage {
    /** In use now. */
    CURRENT,
    /** Used before: a birth name, a previous address, a number given up. */
    FORMER,
    /** Used beside the current one: a pen name, a trading name, a second mailbox. */
    ALIAS
}
