package vn.nguongoc.planted.history;

import org.axonframework.commandhandling.gateway.CommandGateway;

/** A projection with a gateway. */
public interface SendsCommands {
    CommandGateway gateway();
}
