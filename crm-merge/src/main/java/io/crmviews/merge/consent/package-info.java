/**
 * What a customer allows, from the history of consent events. Pure: the same events at the same instant give the same
 * answer, whatever their order of arrival.
 */
package io.crmviews.merge.consent;
