package io.crmviews.tck;

/** What all groups of cases have in common. */
public interface KitCases {

    /**
     * What the running case works with; made anew for each case.
     *
     * @return the connector and its fixture
     */
    Workbench bench();

    /**
     * A second channel, for cases that need the same beginning twice. Closed after the case.
     *
     * @return another connector and fixture, as fresh as the first
     * @throws Exception if it cannot be made
     */
    Workbench anotherBench() throws Exception;
}
