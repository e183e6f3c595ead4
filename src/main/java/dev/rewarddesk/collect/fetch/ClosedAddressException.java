package dev.rewarddesk.collect.fetch;

import java.io.Serial;
import java.net.UnknownHostException;

/** A name or address leads to this machine or its network, where nobody is sent. */
final class ClosedAddressException extends UnknownHostException {

    @Serial
    private static final long serialVersionUID = 1;

    ClosedAddressException(String host) {
        super(host + " is not an address of the open web");
    }
}
