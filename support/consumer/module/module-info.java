module org.example.consumer {
    requires io.crmviews.merge;
    requires io.crmviews.runtime;
    requires io.crmviews.connector.files;
}
